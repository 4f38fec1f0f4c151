/// Finds a process tree that can do everything a log shows, by cutting the log in parts again and again.
///
/// The inductive miner (S. J. J. Leemans, "Robust Process Mining with Guarantees", 2017): is there a choice, a
/// sequence, parallel parts or a loop in who directly follows whom (``Cut``)? Then the log is split and each part is
/// mined alone. Where there is none, a weaker step is taken (``FallThrough``), at last a tree that allows everything.
///
/// With a share of noise (IMf) what is rarer than that share of its alternatives is first ignored when no cut is found,
/// and the tree may then not allow everything.
public struct InductiveMiner: Sendable, Hashable {
  /// The share below which something is noise, 0…1; 0 for a tree that allows every trace.
  public var noise: Double

  public init(noise: Double = 0) {
    self.noise = noise
  }

  /// The tree of a log, simplified. Of children of choices and parallel blocks, the order means nothing.
  public func tree(of variants: [TraceVariant], in sequences: ActivitySequences) -> ProcessTree {
    // Numbers in the order of the names, so that "the first activity" is the same whatever the log's order.
    let names = sequences.activities.indices.sorted {
      sequences.activities[$0].utf8.lexicographicallyPrecedes(sequences.activities[$1].utf8)
    }
    var ranks = Array(repeating: UInt32(0), count: names.count)
    for (rank, name) in names.enumerated() { ranks[name] = UInt32(rank) }
    var set = SequenceSet()
    for variant in variants {
      for activity in variant.activities { set.push(ranks[Int(activity)]) }
      set.close(weight: variant.count)
    }
    return tree(of: VariantLog(set, names: names.map { sequences.activities[$0] })).simplified
  }

  private func tree(of log: VariantLog) -> ProcessTree {
    var log = log
    if let empty = log.removeEmpty() {
      if log.isEmpty { return .silent }
      if Double(empty) > noise * Double(empty + log.weight) { return .choice([.silent, tree(of: log)]) }
    }
    if log.isEmpty { return .silent }
    if let name = log.onlyActivity { return .activity(name) }
    let relation = FollowsRelation(of: log)
    if let cut = Cut(in: relation) { return tree(cut, of: log) }
    if noise > 0, let cut = Cut(in: relation.filtered(noise, of: log)) { return tree(cut, of: log) }
    switch FallThrough(of: log, relation) {
    case .parallel(let activity):
      return .parallel(log.split(off: activity).map(tree(of:)))
    case .loop(let body): return .loop(body: tree(of: body), redo: .silent)
    case .flower:
      let activities = log.names.map { ProcessTree.activity($0) }
      return .loop(body: .silent, redo: activities.count == 1 ? activities[0] : .choice(activities))
    }
  }

  private func tree(_ cut: Cut, of log: VariantLog) -> ProcessTree {
    let parts = log.parts(cut).map(tree(of:))
    return switch cut.kind {
    case .choice: .choice(parts)
    case .sequence: .sequence(parts)
    case .parallel: .parallel(parts)
    case .loop: .loop(body: parts[0], redo: parts[1])
    }
  }
}
