public import Trace

/// What was read of a journal.
public struct Reading: Sendable, Hashable {
  /// In the journal's order: sessions in the order in which they began, then by number.
  public var events: [Event]
  /// How many events are there that could not be read: damaged, or of a session whose key is gone.
  public var damaged: Int

  public init(events: [Event] = [], damaged: Int = 0) {
    self.events = events
    self.damaged = damaged
  }
}

/// One recording session, as far as it can be told without opening it.
public struct SessionSummary: Sendable, Codable, Hashable, Identifiable {
  public var id: String { name }
  public var name: String
  /// The beginning of the hour in which it began.
  public var start: Moment
  public var events: Int
  /// Bytes of its sealed events and pictures.
  public var bytes: Int
  /// How many numbers were lost in it (a full disk), as far as is known.
  public var lost: Int
  /// How many events were erased from it.
  public var erased: Int

  public init(name: String, start: Moment, events: Int, bytes: Int, lost: Int, erased: Int = 0) {
    self.name = name
    self.start = start
    self.events = events
    self.bytes = bytes
    self.lost = lost
    self.erased = erased
  }
}
