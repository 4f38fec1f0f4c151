import Surfaces
import Trace

/// Fields, cells, choices and boxes: what an application lets be set is set, the rest is done by keys and mouse. Each
/// effect is looked for afterwards.
extension Desktop {
  func click(_ click: Click, on element: Observed) async throws(SurfaceError) {
    if element.window.isPopup, element.seen.element.isChoice, click == Click(), await takes(element) { return }
    var point = try await point(in: element)
    if let share = click.position, let bounds = element.seen.element.bounds {
      point = Point(x: bounds.x + bounds.width * share.x, y: bounds.y + bounds.height * share.y)
    }
    if element.window.isPopup, element.seen.element.isChoice { try await hover(over: element, at: point) }
    try await hand.click(click, at: point)
  }

  /// Moves the pointer onto a choice until it says so: a menu that has just opened takes no click before.
  private func hover(over choice: Observed, at point: Point) async throws(SurfaceError) {
    try await hand.move(to: point)
    let end = ContinuousClock.now + .milliseconds(500)
    while ContinuousClock.now < end {
      let states = try await described(choice.seen.accessible).states
      if states.contains(.focused) || states.contains(.selected) { return }
      await pause(.milliseconds(10))
    }
  }

  /// Takes a choice of a menu by its application: a menu of GTK that has just opened takes no click. False where the
  /// application does not offer it; Qt does what the choice is for, and leaves its menu open.
  private func takes(_ choice: Observed) async -> Bool {
    guard choice.seen.element.attributes["toolkit"] == "gtk" else { return false }
    do throws(SurfaceError) {
      _ = try await touching.press(choice.seen.accessible)
      return true
    } catch {
      return error.code != .unsupported
    }
  }

  /// Returns what the field says afterwards.
  func fill(_ element: Observed, with text: String) async throws(SurfaceError) -> String? {
    if element.isSheetCell { return try await enter(text, into: element) }
    let accessible = element.seen.accessible
    if element.seen.element.role == "slider" || element.seen.element.role == .spinbutton, let number = Double(text) {
      if let set = try? await touching.setValue(number, of: accessible), set == number { return text }
    }
    if !element.seen.element.states.contains(.secret), let set = try? await touching.setText(text, of: accessible),
      set == text
    {
      return set
    }
    try await focus(element)
    try await hand.press(Chord("a", modifiers: [.control]))
    if text.isEmpty { try await hand.press(Chord("Delete")) } else { try await hand.type(text) }
    guard !element.seen.element.states.contains(.secret) else { return nil }
    return try await awaitValue(text, of: accessible)
  }

  func awaitValue(_ text: String, of accessible: Accessible) async throws(SurfaceError) -> String? {
    let end = ContinuousClock.now + .seconds(1)
    var value = try await described(accessible).value
    while value != text, ContinuousClock.now < end {
      await pause(.milliseconds(10))
      value = try await described(accessible).value
    }
    return value
  }

  func select(_ labels: [String], in element: Observed) async throws(SurfaceError) -> String? {
    guard let label = labels.first, labels.count == 1 else {
      throw SurfaceError(.unsupported, "Of a list on the desktop one choice can be made. Make the others by hand.")
    }
    // Some toolkits only mark what they are asked to choose.
    if let chosen = try? await touching.choose(label, in: element.seen.accessible), chosen == label,
      try await described(element.seen.accessible).value == label
    {
      return label
    }
    try await hand.click(at: try await point(in: element))
    try await hand.click(at: try await choice(label, of: element).center)
    return try await awaitValue(label, of: element.seen.accessible)
  }

  /// Where a choice of the list that was just opened is.
  private func choice(_ label: String, of list: Observed) async throws(SurfaceError) -> Bounds {
    let end = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < end {
      for popup in try await windowSystem.windows() where popup.isPopup && popup.process == list.window.process {
        let found = try await touching.elements(of: popup, within: Budget(time: .milliseconds(500))).elements
        if let choice = found.first(where: { $0.element.isChoice && $0.element.name == label })?.element.bounds {
          return choice
        }
      }
      await pause(.milliseconds(25))
    }
    try await hand.press(Chord("Escape"))
    throw SurfaceError(.elementNotFound, "The list has no such choice. Look again, or choose by hand.")
  }

  /// Sets or clears a box, unless it is so already.
  func check(_ element: Observed, _ on: Bool) async throws(SurfaceError) {
    guard element.seen.element.states.contains(.checked) != on else { return }
    let isMenu = element.seen.element.role.rawValue.hasPrefix("menuitem")
    try await hand.click(at: try await point(in: element))
    // A menu closes with the click and says nothing more.
    if isMenu { return }
    let end = ContinuousClock.now + .seconds(1)
    while try await described(element.seen.accessible).states.contains(.checked) != on {
      guard ContinuousClock.now < end else {
        throw SurfaceError(.failed, "The box did not change when it was clicked. Look what its application says.")
      }
      await pause(.milliseconds(10))
    }
  }

  // MARK: - The clipboard

  /// Copies or cuts all that a field holds, or a cell; what that is.
  func take(_ chord: Chord, from element: Observed) async throws(SurfaceError) -> String? {
    try await focus(element)
    let held = element.seen.element.states.contains(.secret) ? nil : element.seen.element.value
    guard !element.isSheetCell else {
      try await hand.press(chord)
      return held
    }
    try await hand.press(Chord("a", modifiers: [.control]))
    try await hand.press(chord)
    // Nothing stays marked that the next text would replace.
    try await hand.press(Chord("End", modifiers: [.control]))
    return held
  }

  func paste(_ text: String, into element: Observed) async throws(SurfaceError) -> String? {
    if element.isSheetCell { return try await enter(text, into: element) }
    try await focus(element)
    if let held = try? await board.text(), held == text {
      try await hand.press(Chord("v", modifiers: [.control]))
    } else {
      try await hand.type(text)
    }
    return try await described(element.seen.accessible).value
  }
}
