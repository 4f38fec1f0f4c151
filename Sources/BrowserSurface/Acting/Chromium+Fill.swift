import Foundation
import Surfaces
import Trace

/// Fields: text, dates and times, numbers, sliders, colours.
extension Chromium {
  /// Puts a text in the place of what a field holds, and sees that it is there.
  func fill(
    _ element: ElementReference, with text: String, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    let field = try await prepare(element, editable: true, during: aftermath)
    let kind = field.kind ?? "other"
    switch kind {
    case "date", "time", "datetime-local", "month", "week":
      return try await fill(element, withDate: text, kind, during: aftermath)
    case "range": return try await slide(element, to: text, during: aftermath)
    case "color": return try await pick(element, color: text, during: aftermath)
    case "file", "checkbox", "radio", "submit", "button", "reset", "image", "hidden":
      throw SurfaceError(.unsupported, "Nothing can be typed into this kind of field. Do this step by hand.")
    case "select", "listbox": return try await select(element, [text], during: aftermath)
    default:
      try await ensureFocus(of: element, field, during: aftermath)
      return try await fill(element, withText: text, during: aftermath)
    }
  }

  /// Brings the focus to an element, as the Tab key would; where that does not do, by a click.
  func focus(
    _ element: ElementReference, editable: Bool = false, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    let field = try await prepare(element, editable: editable, during: aftermath)
    try await ensureFocus(of: element, field, during: aftermath)
  }

  /// Waits until a field can be used, and gives it the focus as far as it takes it.
  func prepare(
    _ element: ElementReference, editable: Bool = false, during aftermath: Aftermath
  ) async throws(SurfaceError) -> Readiness {
    var needs = Needs(editable: editable, anywhere: true, pointer: false, still: false)
    needs.token = aftermath.token
    needs.limit = settings.patience / .milliseconds(1)
    let call = PageCall("fields.prepare", element.number, needs)
    let answer = try await unlessInterrupted(aftermath) { [self] () throws(SurfaceError) in
      try await evaluate(call, at: element, as: Readiness.self)
    }
    guard let answer else { throw .interrupted }
    guard answer.reason == nil else { throw answer.refusal }
    return answer
  }

  /// Clicks an element that did not take the focus by itself.
  func ensureFocus(
    of element: ElementReference, _ field: Readiness, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    if field.isFocused == true { return }
    try await click(element, during: aftermath)
    guard try await evaluate(PageCall("fields.isFocused", element.number), at: element, as: Bool.self) else {
      throw SurfaceError(.notActionable, "The element does not take the focus. Do this step by hand.")
    }
  }

  // MARK: - Text

  private func fill(
    _ element: ElementReference, withText text: String, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    let clearing = Input.press(Chord("a", modifiers: [.control]))
    let keys = text.isEmpty || text.contains(where: \.isNewline) ? [] : Input.type(String(text.suffix(1)))
    // At once but for the last character: a page that listens for keys hears one.
    let bulk = keys.isEmpty ? text : String(text.dropLast())
    let entering = text.isEmpty ? Input.stroke(Key("Delete")) : (bulk.isEmpty ? [] : [Input.insert(bulk)]) + keys
    try await send(clearing + entering, during: aftermath)
    if let value = try await accepted(text, in: element, during: aftermath) { return value.text }
    // A field that keeps what it had, or takes keys only: emptied, then key by key.
    let typed = Input.type(text.filter { !$0.isNewline })
    try await send(clearing + Input.stroke(Key("Delete")) + typed, during: aftermath)
    if let value = try await accepted(text, in: element, during: aftermath) { return value.text }
    throw SurfaceError(.failed, "The field did not take the text as it was typed. Fill it in by hand.")
  }

  /// A field's value once it is what was typed, or that in the field's own writing; nil while it is not. A secret's
  /// value is compared in the page and never told.
  private func accepted(
    _ text: String, in element: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) -> (text: String?, Void)? {
    struct Entered: Decodable {
      var holds: Bool
      var value: String?
    }
    if aftermath.state.isInterrupted { return (nil, ()) }
    let entered = try await evaluate(PageCall("fields.entered", element.number, text), at: element, as: Entered.self)
    if entered.holds { return (entered.value, ()) }
    guard let value = entered.value, value.significant == text.significant else { return nil }
    return (value, ())
  }

  // MARK: - Sliders and colours

  private func slide(
    _ element: ElementReference, to text: String, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    struct Distance: Decodable {
      var steps: Int
      var position: Point
    }
    func distance() async throws(SurfaceError) -> Distance {
      try await evaluate(PageCall("fields.range", element.number, text), at: element)
    }
    var left = try await distance()
    if abs(left.steps) > 60 {
      try await click(element, Click(position: left.position), during: aftermath)
      left = try await distance()
    }
    try await focus(element, during: aftermath)
    let key = Key(left.steps > 0 ? "ArrowRight" : "ArrowLeft")
    try await send((0..<min(abs(left.steps), 2_000)).flatMap { _ in Input.stroke(key) }, during: aftermath)
    guard try await distance().steps == 0 else {
      throw SurfaceError(.failed, "The slider does not stop at that value. Set it by hand.")
    }
    return try await evaluate(PageCall("fields.valueOf", element.number), at: element, as: String?.self)
  }

  private func pick(
    _ element: ElementReference, color text: String, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    guard let color = Color(text) else {
      throw SurfaceError(.failed, "A colour is given as six hexadecimal digits after a #. Correct the value.")
    }
    // The chooser says nowhere that it has opened: it is given more time at each try.
    for frames in [4, 16, 64] {
      try await click(element, during: aftermath)
      for _ in 0..<frames { try await frame(of: element) }
      for inputs in color.inputs {
        try await send(inputs, during: aftermath)
        try await frame(of: element)
      }
      let value = try await evaluate(PageCall("fields.valueOf", element.number), at: element, as: String?.self)
      if value?.lowercased() == color.text { return value }
      try await send(Input.stroke(Key("Escape")), during: aftermath)
      aftermath.update { $0.arrived = nil }
    }
    throw SurfaceError(.failed, "The colour was not taken. Choose it by hand.")
  }
}

extension Chromium {
  /// Waits for the next frame of an element's document.
  func frame(of element: ElementReference) async throws(SurfaceError) {
    _ = try await evaluate(PageCall("act.frame"), at: element, as: Bool?.self)
  }
}

extension String {
  /// Without what fields add by themselves: blanks, separators, brackets; in lower case.
  var significant: String { lowercased().filter { $0.isLetter || $0.isNumber || "+@#%&=<>".contains($0) } }
}
