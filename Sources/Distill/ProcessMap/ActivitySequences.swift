public import Trace

/// A log seen as sequences of activities: which activity each event was, and when.
///
/// ```swift
/// let sequences = ActivitySequences(of: log)                       // activities are `concept:name`
/// let graph = DirectlyFollowsGraph(of: sequences)
/// let variants = TraceVariant.variants(of: sequences)
/// let tree = InductiveMiner().tree(of: variants, in: sequences)
/// ```
public struct ActivitySequences: Sendable, Hashable {
  /// The activities' names; an activity is named by its number here.
  public let activities: [String]
  /// The activity of each event, trace by trace.
  public let codes: [UInt32]
  /// Where each trace begins in ``codes``, and, as the last entry, where the last one ends.
  public let starts: [Int]
  /// When each event was, in microseconds since the Unix epoch; empty where an event of the log has no time.
  public let times: [Int64]

  /// Puts sequences together; the starts rise from 0 to the number of codes, the codes are below the number of
  /// activities, and there are as many times as codes, or none.
  public init(activities: [String], codes: [UInt32], starts: [Int], times: [Int64] = []) {
    precondition(starts.first == 0 && starts.last == codes.count, "the starts must span all codes")
    precondition(codes.allSatisfy { Int($0) < activities.count }, "every code must have a name")
    precondition(times.isEmpty || times.count == codes.count, "there must be a time for every code, or none")
    self.activities = activities
    self.codes = codes
    self.starts = starts
    self.times = times
  }

  /// Reads the traces of a log, in the order of their events. Events that belong to no trace are left out.
  ///
  /// - Parameters:
  ///   - classifier: what makes two events the same activity. The values of several keys are joined by `+`, as the
  ///     standard asks for; an event that has none of them is the activity with the empty name.
  ///   - time: the key of the events' dates.
  public init(of log: EventLog, by classifier: EventLog.Classifier = .activity, time: String = "time:timestamp") {
    let count = log.loose.lowerBound
    let named = log.events.codes(of: classifier.keys, first: count)
    self.init(
      activities: named.names, codes: named.codes, starts: log.starts,
      times: log.events.microseconds(of: time, first: count))
  }

  /// How many traces there are.
  public var count: Int { starts.count - 1 }
}

extension AttributeTable {
  /// A number for each distinct combination of values of these keys, for the first so many rows.
  fileprivate func codes(of keys: [String], first count: Int) -> (names: [String], codes: [UInt32]) {
    if keys.count == 1, columns.count(where: { $0.key == keys[0] }) == 1, let column = self[keys[0]],
      case .first(let filled) = column.rows, filled >= count, case .string(let codes, let pool) = column.values
    {
      return (pool.texts, codes.count == count ? codes : Array(codes[..<count]))
    }
    let chosen = keys.flatMap { key in columns.filter { $0.key == key } }
    var pool = TextPool()
    let codes = (0..<count).map { row in
      pool.code(for: chosen.compactMap { $0.attribute(at: row)?.text }.joined(separator: "+"))
    }
    return (pool.texts, codes)
  }

  /// The dates of a key for the first so many rows; empty where one of them has none.
  fileprivate func microseconds(of key: String, first count: Int) -> [Int64] {
    guard let column = columns.first(where: { $0.key == key && $0.kind == .date }),
      case .first(let filled) = column.rows, filled >= count,
      case .date(let microseconds, _) = column.values
    else { return [] }
    return microseconds.count == count ? microseconds : Array(microseconds[..<count])
  }
}
