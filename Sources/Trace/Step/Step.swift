/// An action on an element in a place, with what was there before and the signals that followed.
public struct Step: Sendable, Codable, Hashable, Identifiable {
  /// The id of the first event it was made of.
  public var id: EventID
  /// Every event it was made of, in order: its lineage.
  public var events: [EventID]
  /// When it began.
  public var time: Moment
  /// How long it took from its first to its last event, in seconds.
  public var duration: Double
  public var surface: SurfaceKind
  public var place: Place
  public var action: Action
  /// The element as it was before.
  public var element: Element?
  public var signals: [Signal]
  /// The picture from before, where there is one.
  public var frame: Frame?

  public init(
    id: EventID, events: [EventID], time: Moment, duration: Double = 0, surface: SurfaceKind, place: Place,
    action: Action, element: Element? = nil, signals: [Signal] = [], frame: Frame? = nil
  ) {
    self.id = id
    self.events = events
    self.time = time
    self.duration = duration
    self.surface = surface
    self.place = place
    self.action = action
    self.element = element
    self.signals = signals
    self.frame = frame
  }
}
