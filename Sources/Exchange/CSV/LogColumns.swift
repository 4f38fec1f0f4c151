/// Which columns of a CSV file say which case an event belongs to, what it was, and when.
///
/// ```swift
/// LogColumns(case: "ticket", activity: "status", time: "changed")
/// ```
public struct LogColumns: Sendable, Hashable {
  public var `case`: String
  public var activity: String
  /// Nil where the file has no times.
  public var time: String?

  public init(case: String, activity: String, time: String? = nil) {
    self.case = `case`
    self.activity = activity
    self.time = time
  }

  /// The columns' names as ``EventLog/csv(_:)`` writes them and as is usual in the field.
  public static let usual = LogColumns(
    case: "case:concept:name", activity: "concept:name", time: "time:timestamp")
}
