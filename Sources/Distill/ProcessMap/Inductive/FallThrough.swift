/// What is done where a log cannot be cut.
enum FallThrough {
  /// One activity goes on beside all the others.
  case parallel(UInt32)
  /// The log is a loop of this one.
  case loop(VariantLog)
  /// Anything can be done, any number of times.
  case flower

  /// The first that applies: an activity that is once in every trace; one without which the rest can be cut; a trace
  /// that begins anew behind an end, or anywhere; anything.
  init(of log: VariantLog, _ relation: FollowsRelation) {
    if let activity = FallThrough.oncePerTrace(log) {
      self = .parallel(activity)
    } else if let activity = FallThrough.concurrent(log) {
      self = .parallel(activity)
    } else if let body = FallThrough.restarted(log, relation, onlyBehindEnds: true)
      ?? FallThrough.restarted(log, relation, onlyBehindEnds: false)
    {
      self = .loop(body)
    } else {
      self = .flower
    }
  }

  private static func oncePerTrace(_ log: VariantLog) -> UInt32? {
    var isOnce = Array(repeating: true, count: log.names.count)
    for number in log.sequences.indices {
      var counts = Array(repeating: 0, count: log.names.count)
      for symbol in log.sequences[number] { counts[Int(symbol)] += 1 }
      for activity in isOnce.indices where counts[activity] != 1 { isOnce[activity] = false }
    }
    return isOnce.firstIndex(of: true).map(UInt32.init)
  }

  private static func concurrent(_ log: VariantLog) -> UInt32? {
    (0..<UInt32(log.names.count)).first { activity in
      Cut(in: FollowsRelation(of: log, without: activity), without: activity) != nil
    }
  }

  /// The log with every trace cut before an event with which traces begin (and, if asked for, behind one with which
  /// they end); nil where that cuts nothing.
  private static func restarted(
    _ log: VariantLog, _ relation: FollowsRelation, onlyBehindEnds: Bool
  ) -> VariantLog? {
    var set = SequenceSet()
    var isCut = false
    for number in log.sequences.indices {
      var before: UInt32?
      for symbol in log.sequences[number] {
        if let before, relation.starts[Int(symbol)], !onlyBehindEnds || relation.ends[Int(before)] {
          set.close(weight: log.sequences.weights[number])
          isCut = true
        }
        set.push(symbol)
        before = symbol
      }
      set.close(weight: log.sequences.weights[number])
    }
    return isCut ? VariantLog(set, names: log.names) : nil
  }
}
