/// One thing that happened on a surface at one instant, as captured.
///
/// ```swift
/// Event(id: EventID(session: "s", sequence: 0), time: now, surface: .browser, place: place,
///       occurrence: .action(.click(Click())), element: saveButton)
/// ```
public struct Event: Sendable, Codable, Hashable, Identifiable {
  /// What happened: something a person (or a machine in their stead) did, or something that followed by itself.
  public enum Occurrence: Sendable, Codable, Hashable {
    case action(Action)
    case signal(Signal)
  }

  /// Who caused it.
  public enum Agent: String, Sendable, Codable, Hashable {
    case person
    /// Understudy's own acting, so that it never learns from itself.
    case machine
  }

  public var id: EventID
  public var time: Moment
  public var surface: SurfaceKind
  public var place: Place
  public var occurrence: Occurrence
  /// What the event was about, as it was *before* the action.
  public var element: Element?
  /// The last picture from before the action, where the grant allows pictures.
  public var frame: Frame?
  public var agent: Agent

  public init(
    id: EventID, time: Moment, surface: SurfaceKind, place: Place, occurrence: Occurrence,
    element: Element? = nil, frame: Frame? = nil, agent: Agent = .person
  ) {
    self.id = id
    self.time = time
    self.surface = surface
    self.place = place
    self.occurrence = occurrence
    self.element = element
    self.frame = frame
    self.agent = agent
  }

  /// The action, where the event is one.
  public var action: Action? {
    if case .action(let action) = occurrence { action } else { nil }
  }

  /// The signal, where the event is one.
  public var signal: Signal? {
    if case .signal(let signal) = occurrence { signal } else { nil }
  }
}
