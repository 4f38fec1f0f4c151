import Surfaces
import Trace

extension AccessibilityBus {
  /// The most children of one object that are looked at.
  static let mostChildren = 200

  /// The children of what is no table, the first 200.
  func children(of seen: Seen, until deadline: Deadline) throws(SurfaceError) -> [Seen] {
    try children(ofAll: [seen], until: deadline).first ?? []
  }

  /// The children of each, all asked at once.
  func children(ofAll parents: [Seen], until deadline: Deadline) throws(SurfaceError) -> [[Seen]] {
    let answers = try ask(parents.flatMap(childCalls), until: deadline)[...]
    var rest = answers
    var names: [[Accessible]] = []
    for parent in parents {
      let own = rest.prefix(childCalls(parent).count)
      rest = rest.dropFirst(own.count)
      let found = own.flatMap { answer in answer.first?.accessible.map { [$0] } ?? accessibles(answer) }
      names.append(Array(found.prefix(Self.mostChildren)))
    }
    var facts = try facts(of: names.flatMap { $0 }, until: deadline)[...]
    return zip(parents, names).map { parent, names in
      defer { facts = facts.dropFirst(names.count) }
      return facts.prefix(names.count).compactMap { facts in
        facts.map { Seen(facts: $0, shift: parent.shift.inside($0, of: parent.facts)) }
      }
    }
  }

  private func accessibles(_ answer: BusAnswer) -> [Accessible] {
    (answer.first?.list ?? []).compactMap(\.accessible)
  }

  /// All at once where there are few; of many the first ones, one by one: asking for all would have the application
  /// make up every one of them.
  private func childCalls(_ parent: Seen) -> [BusCall] {
    guard !parent.facts.isTable, parent.facts.childCount > 0 else { return [] }
    guard parent.facts.childCount > Self.mostChildren else {
      return [parent.facts.accessible.call("Accessible", "GetChildren")]
    }
    return (0..<Self.mostChildren).map {
      parent.facts.accessible.call("Accessible", "GetChildAtIndex", .int32(Int32($0)))
    }
  }
}
