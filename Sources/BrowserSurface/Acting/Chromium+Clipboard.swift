import Surfaces
import Trace

/// Text to and from the clipboard.
extension Chromium {
  /// Selects a text in an element (all that is in it, for an empty text) and copies or cuts it; returns what was taken.
  func take(
    _ text: String, from element: ElementReference, cutting: Bool, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    let kind = try await evaluate(PageCall("fields.field", element.number), at: element, as: String?.self)
    if kind == "other" {
      try await drag(over: text, in: element, during: aftermath)
    } else {
      try await focus(element, during: aftermath)
      try await send(Input.press(Chord("a", modifiers: [.control])), during: aftermath)
    }
    guard let frame = pages.frames[element.frame] else { throw .gone }
    let selected = try await evaluate(PageCall("fields.selection"), in: frame, as: String?.self) ?? ""
    guard !selected.isEmpty, text.isEmpty || selected.significant == text.significant || kind != "other" else {
      throw SurfaceError(.failed, "The text could not be selected. Copy it by hand.")
    }
    try await send(Input.press(Chord(cutting ? "x" : "c", modifiers: [.control])), during: aftermath)
    actingState.clipboard = selected
    return selected
  }

  /// Drags the pointer over a text, from its beginning to its end.
  private func drag(
    over text: String, in element: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    struct Span: Decodable {
      var from: Point
      var to: Point
    }
    _ = try await ready(element, Needs(anywhere: true, pointer: false), during: aftermath)
    let span = try await evaluate(PageCall("fields.span", element.number, text), at: element, as: Span?.self)
    guard let span, let frame = pages.frames[element.frame] else {
      throw SurfaceError(.elementNotFound, "The text to copy is not in the element. Copy it by hand.")
    }
    let from = try await outward(span.from, from: frame).point
    let to = try await outward(span.to, from: frame).point
    try await send(
      [
        .pointer("mouseMoved", at: from),
        .pointer("mousePressed", at: from, button: .left, count: 1),
        .pointer("mouseMoved", at: to, button: .left, held: true),
        .pointer("mouseReleased", at: to, button: .left, count: 1),
      ], during: aftermath)
  }

  /// Pastes a text into an element: by the paste command where it was the last to be copied here, else put in at once.
  func paste(
    _ text: String, into element: ElementReference?, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    if let element {
      try await focus(element, editable: true, during: aftermath)
      try await send(Input.stroke(Key("End")), during: aftermath)
    }
    let isCopied = actingState.clipboard?.significant == text.significant
    try await send(isCopied ? Input.press(Chord("v", modifiers: [.control])) : [.insert(text)], during: aftermath)
    guard let element, !aftermath.state.isInterrupted else { return nil }
    let value = try await evaluate(PageCall("fields.valueOf", element.number), at: element, as: String?.self)
    guard value.map({ $0.significant.contains(text.significant) }) ?? true else {
      throw SurfaceError(.failed, "The field did not take the text as it was pasted. Paste it by hand.")
    }
    return value
  }
}
