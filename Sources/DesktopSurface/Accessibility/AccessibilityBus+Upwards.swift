import Surfaces
import Trace

extension AccessibilityBus {
  /// The objects from the window down to this one, by what each says is its parent; nil where that breaks off.
  func path(upFrom accessible: Accessible, until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    var upwards: [AccessibleFacts] = []
    var next: Accessible? = accessible
    // No tree is deeper.
    while let current = next, upwards.count < 64 {
      guard let facts = try facts(ofAncestor: current, number: upwards.count, until: deadline) else { return nil }
      guard facts.role != "application" else { break }
      upwards.append(facts)
      // LibreOffice's own tree says that its parent is the window; what really holds it says where it is.
      next = facts.isOwnTree ? nil : facts.parent
    }
    var path = upwards.last?.isOwnTree == true ? try pathToHolder(of: upwards.last, until: deadline) : []
    for facts in upwards.reversed() {
      let shift = path.last.map { $0.shift.inside(facts, of: $0.facts) } ?? Shift()
      path.append(Seen(facts: facts, shift: shift))
    }
    return path.isEmpty ? nil : path
  }

  /// What only lays out, further up, is remembered: that it is there is enough.
  private func facts(
    ofAncestor accessible: Accessible, number: Int, until deadline: Deadline
  ) throws(SurfaceError) -> AccessibleFacts? {
    if number > 1, let known = layout.facts(of: accessible), !known.isOwnTree { return known }
    let facts = try facts(of: accessible, until: deadline)
    if number > 1, let facts { layout.note(facts) }
    return facts
  }

  /// The objects from the window down to what holds `root`.
  private func pathToHolder(of root: AccessibleFacts?, until deadline: Deadline) throws(SurfaceError) -> [Seen] {
    guard let root = root?.accessible else { return [] }
    if let known = holders[root] {
      // The window's title and where the last one is may have changed; what is between only lays out.
      let asked = known.indices.filter { $0 == 0 || $0 == known.count - 1 || layout.facts(of: known[$0]) == nil }
      let answers = try facts(of: asked.map { known[$0] }, until: deadline)
      let fresh = Dictionary(zip(asked, answers)) { first, _ in first }
      for facts in answers.compactMap({ $0 }) { layout.note(facts) }
      let facts = known.indices.compactMap { fresh[$0] ?? layout.facts(of: known[$0]) }
      if facts.count == known.count { return facts.map { Seen(facts: $0, shift: Shift()) } }
    }
    let application = Accessible(bus: root.bus, path: Accessible.rootPath)
    let answer = try ask(application.call("Accessible", "GetChildren"), until: deadline)
    let windows = try facts(of: (answer.first?.list ?? []).compactMap(\.accessible), until: deadline)
    var level = windows.compactMap { $0 }.map { [Seen(facts: $0, shift: Shift())] }
    for _ in 0..<6 where !deadline.hasPassed {
      let below = try children(ofAll: level.compactMap(\.last), until: deadline)
      var next: [[Seen]] = []
      for (path, children) in zip(level, below) {
        if children.contains(where: { $0.facts.accessible == root }) {
          if holders.count > 64 { holders = [:] }
          holders[root] = path.map(\.facts.accessible)
          return path
        }
        next += children.filter { $0.facts.role == "panel" || $0.facts.role == "filler" }.map { path + [$0] }
      }
      level = next
    }
    return []
  }
}
