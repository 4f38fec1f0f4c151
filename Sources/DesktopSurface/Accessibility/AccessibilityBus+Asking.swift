import Surfaces
import Trace

/// Single questions, for what is asked again and again.
extension AccessibilityBus {
  /// What stands in a cell; throws where it is gone, or its application does not answer in time.
  func text(ofCell cell: Accessible) throws(SurfaceError) -> String? {
    let deadline = Deadline.after(limit)
    let answers = try ask(
      [cell.call("Text", "GetText", .int32(0), .int32(-1)), cell.property("Accessible", "Name")], until: deadline)
    guard !answers.contains(where: \.isLate) else { throw Self.gone(deadline) }
    return answers[0].first?.string ?? answers[1].first?.string?.trimmed
  }
}
