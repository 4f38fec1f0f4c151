public import Trace

/// A day of work: what it is called, and from when until when. Calendars and time zones are the caller's matter.
public struct WorkDay: Sendable, Codable, Hashable {
  /// For example `Mon 16 Nov`.
  public var name: String
  public var start: Moment
  /// The first moment after it.
  public var end: Moment

  public init(name: String, start: Moment, end: Moment) {
    self.name = name
    self.start = start
    self.end = end
  }

  func contains(_ moment: Moment) -> Bool { start <= moment && moment < end }
}
