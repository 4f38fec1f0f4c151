import Surfaces
import Trace

extension Chromium {
  /// Types a date or time into the parts that the browser shows of it, in the order of its language.
  func fill(
    _ element: ElementReference, withDate text: String, _ kind: String, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    try await focus(element, editable: true, during: aftermath)
    if text.isEmpty {
      try await send(Input.press(Chord("a", modifiers: [.control])) + Input.stroke(Key("Delete")), during: aftermath)
      return try await evaluate(PageCall("fields.valueOf", element.number), at: element, as: String?.self)
    }
    guard let date = TypedDate(text, kind: kind) else {
      throw SurfaceError(
        .failed, "The value is no \(kind) that is understood. Write it like \(TypedDate.example(of: kind)).")
    }
    let order = try await evaluate(PageCall("fields.order", kind), at: element, as: TypedDate.Order.self)
    let wanted = date.text
    for keys in date.keys(order) {
      // Back to the first part, whichever has the focus.
      let first = (0..<8).flatMap { _ in Input.stroke(Key("ArrowLeft")) }
      try await send(first + keys, during: aftermath)
      if aftermath.state.isInterrupted { return nil }
      let value = try await evaluate(PageCall("fields.valueOf", element.number), at: element, as: String?.self)
      if let value, value == wanted || value.hasPrefix(wanted) || wanted.hasPrefix(value) && value.count >= 5 {
        return value
      }
    }
    throw SurfaceError(.failed, "The field did not take the date as it was typed. Fill it in by hand.")
  }
}
