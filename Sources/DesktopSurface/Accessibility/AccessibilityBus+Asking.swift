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

  /// What a field holds now, without anything else of it; nil where it holds nothing. Of a secret nothing is read.
  /// Throws where it is gone, or its application does not answer in time.
  func value(of field: Accessible) throws(SurfaceError) -> String? {
    let deadline = Deadline.after(limit)
    let (facts, answers) = try facts(
      of: field, and: [field.property("Text", "CharacterCount"), field.property("Value", "CurrentValue")],
      until: deadline)
    guard let facts, !answers.contains(where: \.isLate) else { throw Self.gone(deadline) }
    guard facts.role != "table cell" else { return try text(ofCell: field) }
    return try value(
      of: Seen(facts: facts, shift: Shift()), characters: answers[0].first?.integer, number: answers[1].first?.double,
      until: deadline)
  }

  /// Whether an object only holds what has the focus; throws where it is gone, or its application does not answer.
  func onlyHolds(_ accessible: Accessible) throws(SurfaceError) -> Bool {
    // A table stays one.
    if let known = remembered.facts(of: accessible), known.isTable,
      AccessibleRole.containers.contains(AccessibleRole.role(known))
    {
      return true
    }
    let deadline = Deadline.after(limit)
    guard let facts = try facts(of: accessible, until: deadline) else { throw Self.gone(deadline) }
    return AccessibleRole.containers.contains(AccessibleRole.role(facts))
      && !Seen(facts: facts, shift: Shift()).mayBeEditor
  }
}
