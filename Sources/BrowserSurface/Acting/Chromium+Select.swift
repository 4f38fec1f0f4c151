import Surfaces
import Trace

/// Lists and boxes: what is chosen, what is set.
extension Chromium {
  /// Chooses the options with these labels, and no others.
  func select(
    _ element: ElementReference, _ labels: [String], during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    let list = try await prepare(element, during: aftermath)
    switch list.kind {
    case "select":
      try await ensureFocus(of: element, list, during: aftermath)
      return try await choose(labels.first ?? "", inPopUp: element, during: aftermath)
    case "listbox": try await choose(labels, inListBox: element, during: aftermath)
    default:
      for label in labels { try await choose(label, inCombobox: element, during: aftermath) }
    }
    if aftermath.state.isInterrupted || aftermath.state.hasMoved { return nil }
    return try await evaluate(PageCall("fields.valueOf", element.number), at: element, as: String?.self)
  }

  /// Opens a list, goes to the option with the arrow keys, and takes it with Enter: the page sees one change only.
  private func choose(
    _ label: String, inPopUp element: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    struct Distance: Decodable {
      var steps: Int
      var value: String?
    }
    func distance() async throws(SurfaceError) -> Distance? {
      try await evaluate(PageCall("fields.distance", element.number, label), at: element)
    }
    guard let way = try await distance() else { throw .noOption }
    guard way.steps != 0 else { return way.value }
    let key = Key(way.steps > 0 ? "ArrowDown" : "ArrowUp")
    let moves = (0..<abs(way.steps)).flatMap { _ in Input.stroke(key) }
    try await send(
      Input.press(Chord("ArrowDown", modifiers: [.alt])) + moves + Input.stroke(Key("Enter")), during: aftermath)
    if aftermath.state.isInterrupted || aftermath.state.hasMoved { return nil }
    // A list that is gone, or another one by now, has taken the option and gone on.
    guard let left = try await distance() else { return nil }
    guard left.steps == 0 else {
      throw SurfaceError(.failed, "The list did not take the option. Choose it by hand.")
    }
    return left.value
  }

  /// Clicks the options of an open list box: the first alone, the others with Control.
  private func choose(
    _ labels: [String], inListBox element: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    struct Choice: Decodable {
      var number: Int
      var isChosen: Bool
      var isWanted: Bool
    }
    func choices() async throws(SurfaceError) -> [Choice] {
      try await evaluate(PageCall("fields.choices", element.number, labels), at: element)
    }
    _ = try await ready(element, Needs(anywhere: true, pointer: false), during: aftermath)
    let all = try await choices()
    guard all.filter(\.isWanted).count >= labels.count else { throw .noOption }
    for choice in all where choice.isChosen != choice.isWanted {
      let option = ElementReference(frame: element.frame, world: element.world, number: choice.number)
      try await click(option, Click(modifiers: [.control]), during: aftermath)
      aftermath.update { $0.arrived = nil }
      if aftermath.state.isInterrupted || aftermath.state.hasMoved { return }
    }
    guard try await choices().allSatisfy({ $0.isChosen == $0.isWanted }) else {
      throw SurfaceError(.failed, "The list did not take the options. Choose them by hand.")
    }
  }

  /// Opens a list that the page makes itself, and clicks the option.
  private func choose(
    _ label: String, inCombobox element: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    func option() async throws(SurfaceError) -> ElementReference? {
      try await evaluate(PageCall("fields.option", element.number, label), at: element, as: Int?.self).map {
        ElementReference(frame: element.frame, world: element.world, number: $0)
      }
    }
    var found = try await option()
    if found == nil {
      try await click(element, during: aftermath)
      let end = ContinuousClock.now + settings.patience
      while found == nil {
        guard ContinuousClock.now < end else { throw .noOption }
        if let frame = pages.frames[element.frame] {
          _ = try await evaluate(PageCall("act.frame"), in: frame, as: Bool?.self)
        }
        found = try await option()
      }
      aftermath.update { $0.arrived = nil }
    }
    if let found { try await click(found, during: aftermath) }
  }

  /// Sets or clears a box, where it is not so already.
  func check(_ element: ElementReference, _ on: Bool, during aftermath: Aftermath) async throws(SurfaceError) -> String?
  {
    func isChecked() async throws(SurfaceError) -> Bool? {
      try await evaluate(PageCall("fields.isChecked", element.number), at: element, as: Bool?.self)
    }
    if try await isChecked() == on { return String(on) }
    try await click(element, standIn: true, during: aftermath)
    if aftermath.state.isInterrupted || aftermath.state.hasMoved { return nil }
    guard let now = try await isChecked() else { return nil }
    guard now == on else {
      throw SurfaceError(.failed, "The box did not take the click. Set it by hand.")
    }
    return String(on)
  }
}

extension SurfaceError {
  static let noOption = SurfaceError(
    .elementNotFound, "The list has no option with that label that can be chosen. Correct the value or choose by hand.")
}
