public import Trace

/// Which events to read.
public struct Selection: Sendable, Hashable {
  /// Only these sessions; nil for all.
  public var sessions: Set<String>?
  /// The first moment, and the first one no more wanted.
  public var from: Moment?
  public var until: Moment?

  public init(sessions: Set<String>? = nil, from: Moment? = nil, until: Moment? = nil) {
    self.sessions = sessions
    self.from = from
    self.until = until
  }

  /// Every event.
  public static let all = Selection()

  func contains(_ event: Event) -> Bool {
    (from.map { $0 <= event.time } ?? true) && (until.map { event.time < $0 } ?? true)
  }
}
