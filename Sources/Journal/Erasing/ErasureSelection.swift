public import Guard
public import Trace

/// Which recorded work to erase. What is given narrows it; nothing given is everything.
///
/// ```swift
/// ErasureSelection(places: [try PlacePattern("https://bank.example.org")])
/// ErasureSelection(from: morning, until: noon)
/// ```
public struct ErasureSelection: Sendable, Hashable {
  public var sessions: Set<String>?
  public var events: Set<EventID>?
  /// The first moment, and the first one no more to be erased.
  public var from: Moment?
  public var until: Moment?
  /// Events that happened in one of these places, or tell of one.
  public var places: [PlacePattern]?

  public init(
    sessions: Set<String>? = nil, events: Set<EventID>? = nil, from: Moment? = nil, until: Moment? = nil,
    places: [PlacePattern]? = nil
  ) {
    self.sessions = sessions
    self.events = events
    self.from = from
    self.until = until
    self.places = places
  }

  /// Everything that was recorded.
  public static let everything = ErasureSelection()

  /// Whether it takes sessions as a whole: these can be erased without being read.
  var takesWholeSessions: Bool { events == nil && from == nil && until == nil && places == nil }

  func contains(_ session: String) -> Bool {
    (sessions?.contains(session) ?? true) && (events.map { $0.contains { $0.session == session } } ?? true)
  }

  /// Whether an event is among them.
  public func contains(_ event: Event) -> Bool {
    contains(event.id.session) && (events?.contains(event.id) ?? true)
      && (from.map { $0 <= event.time } ?? true) && (until.map { event.time < $0 } ?? true)
      && (places.map { $0.contains { $0.isMentioned(in: event) } } ?? true)
  }
}
