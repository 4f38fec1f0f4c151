/// Names one event for good: the recording session it belongs to, and its number in that session.
///
/// Numbers rise by one from event to event across all surfaces of a session; a number that is missing marks
/// a gap. Sessions are named so that they sort in the order in which they began.
public struct EventID: Sendable, Codable, Hashable, Comparable, CustomStringConvertible {
  /// The session, as named by whoever records, for example `20261124T090000Z-1f3a`.
  public var session: String
  /// The event's number in its session, from 0.
  public var sequence: Int

  public init(session: String, sequence: Int) {
    self.session = session
    self.sequence = sequence
  }

  public static func < (left: EventID, right: EventID) -> Bool {
    (left.session, left.sequence) < (right.session, right.sequence)
  }

  public var description: String { "\(session)#\(sequence)" }
}
