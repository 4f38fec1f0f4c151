import Surfaces
import Trace

/// Fields, cells, choices and boxes: what an application lets be set is set, the rest is done by keys and mouse. Each
/// effect is looked for afterwards.
extension Desktop {
  func click(_ click: Click, on element: Observed) async throws(SurfaceError) {
    var point = try await point(in: element)
    if let share = click.position, let bounds = element.seen.element.bounds {
      point = Point(x: bounds.x + bounds.width * share.x, y: bounds.y + bounds.height * share.y)
    }
    try await hand.click(click, at: point)
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

  /// Types into a cell of a sheet. A sheet shows numbers and dates in its own way, so it is only looked whether the cell
  /// has taken something.
  private func enter(_ text: String, into element: Observed) async throws(SurfaceError) -> String? {
    let cell = try await select(cell: element)
    guard !text.isEmpty else {
      try await hand.press(Chord("Delete"))
      return try await awaitValue("", of: cell.accessible)
    }
    try await hand.type(text)
    try await hand.press(Chord("Enter"))
    let end = ContinuousClock.now + .seconds(1)
    var value = try await touching.describe(cell.accessible).value
    while value == cell.element.value, value != text, ContinuousClock.now < end {
      await pause(.milliseconds(10))
      value = try await touching.describe(cell.accessible).value
    }
    guard value?.isEmpty == false else {
      throw SurfaceError(.failed, "The cell has not taken what was typed. Look whether the sheet is protected.")
    }
    return value
  }

  private func awaitValue(_ text: String, of accessible: Accessible) async throws(SurfaceError) -> String? {
    let end = ContinuousClock.now + .seconds(1)
    var value = try await touching.describe(accessible).value
    while value != text, ContinuousClock.now < end {
      await pause(.milliseconds(10))
      value = try await touching.describe(accessible).value
    }
    return value
  }

  func select(_ labels: [String], in element: Observed) async throws(SurfaceError) -> String? {
    guard let label = labels.first, labels.count == 1 else {
      throw SurfaceError(.unsupported, "Of a list on the desktop one choice can be made. Make the others by hand.")
    }
    return try await touching.choose(label, in: element.seen.accessible)
  }

  /// Sets or clears a box, unless it is so already.
  func check(_ element: Observed, _ on: Bool) async throws(SurfaceError) {
    guard element.seen.element.states.contains(.checked) != on else { return }
    let isMenu = element.seen.element.role.rawValue.hasPrefix("menuitem")
    try await hand.click(at: try await point(in: element))
    // A menu closes with the click and says nothing more.
    if isMenu { return }
    let end = ContinuousClock.now + .seconds(1)
    while try await touching.describe(element.seen.accessible).states.contains(.checked) != on {
      guard ContinuousClock.now < end else {
        throw SurfaceError(.failed, "The box did not change when it was clicked. Look what its application says.")
      }
      await pause(.milliseconds(10))
    }
  }

  // MARK: - The clipboard

  /// Copies or cuts all that a field holds, or a cell.
  func take(_ chord: Chord, from element: Observed) async throws(SurfaceError) {
    try await focus(element)
    if !element.isSheetCell { try await hand.press(Chord("a", modifiers: [.control])) }
    try await hand.press(chord)
  }

  func paste(_ text: String, into element: Observed) async throws(SurfaceError) -> String? {
    if element.isSheetCell { return try await enter(text, into: element) }
    try await focus(element)
    try await hand.type(text)
    return try await touching.describe(element.seen.accessible).value
  }
}
