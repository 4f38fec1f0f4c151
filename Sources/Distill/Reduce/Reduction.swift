public import Trace

/// A stream of events on its way to steps: what is a step so far, and what was dropped and why.
///
/// Each transform is one file of this folder and returns a new reduction; none looks at what the others do. Those that
/// meet every event take the one before over: no second array of all steps is made.
public struct Reduction: Sendable, Codable, Hashable {
  /// The steps, in order.
  public var steps: [Step]
  /// What became no step, in the order of the events.
  public var discards: [Discard]
  /// The files of rows that were opened, with the event that told of them, in order.
  public var tables: [OpenedTable]
  var settings: Settings

  /// Every action as a step of its own, with the signals that followed it; what the machine did itself is dropped.
  ///
  ///     click Save │ navigation → /invoice/ │ opened rows.csv │ click Add
  ///     ─────────────────────────────────────────────────────────────────
  ///     [click Save + navigation]            (rows.csv kept)   [click Add]
  ///
  /// A signal belongs to the last action in its window, within a horizon; one of a window that was not seen before
  /// (a pop-up, a new tab) to the last action anywhere.
  init(_ events: [Event], settings: Settings) {
    self.settings = settings
    steps = []
    discards = []
    tables = []
    steps.reserveCapacity(events.count)
    var lastInWindow: [String: Int] = [:]
    for event in events.inOrder() {
      guard event.agent == .person else {
        discards.append(Discard(event: event.id, reason: .machine))
        continue
      }
      let window = event.id.session + "\u{0}" + event.place.window
      switch event.occurrence {
      case .action(let action):
        lastInWindow[window] = steps.count
        steps.append(
          Step(
            id: event.id, events: [event.id], time: event.time, surface: event.surface, place: event.place,
            action: action, element: event.element, frame: event.frame))
      case .signal(let signal):
        if case .opened(let table) = signal { tables.append(OpenedTable(event: event.id, table: table)) }
        guard signal.followsFromAction, let cause = lastInWindow[window] ?? steps.indices.last,
          steps[cause].id.session == event.id.session,
          abs(event.time.seconds(since: steps[cause].time)) <= settings.signalHorizon
        else {
          discards.append(Discard(event: event.id, reason: .circumstance))
          continue
        }
        if lastInWindow[window] == nil { lastInWindow[window] = cause }
        steps[cause].events.append(event.id)
        steps[cause].signals.append(signal)
      }
    }
  }

  /// Drops the steps at these indices with all their events.
  mutating func drop(_ dropped: [Int: Discard.Reason]) {
    guard !dropped.isEmpty else { return }
    for index in dropped.keys.sorted() {
      guard let reason = dropped[index] else { continue }
      discards += steps[index].events.map { Discard(event: $0, reason: reason) }
    }
    // In place: of a long stream every copy counts.
    var index = -1
    steps.removeAll { _ in
      index += 1
      return dropped[index] != nil
    }
    // An array of the size of all events is not held for the few that are steps.
    if 2 * steps.count < steps.capacity { steps = steps.map { $0 } }
    discards.sort { $0.event < $1.event }
  }

  /// Hands over the signals of step `source` to step `target`, with the events that told of them.
  mutating func moveSignals(from source: Int, to target: Int) {
    steps[target].signals = steps[source].signals + steps[target].signals
    steps[source].signals = []
    let told = steps[source].events.filter { $0 != steps[source].id }
    steps[source].events = [steps[source].id]
    steps[target].events = (steps[target].events + told).sorted()
  }
}

/// A file of rows that was opened or changed while work was recorded.
public struct OpenedTable: Sendable, Codable, Hashable {
  /// The event that told of it.
  public var event: EventID
  public var table: Table

  public init(event: EventID, table: Table) {
    self.event = event
    self.table = table
  }
}

extension Signal {
  /// Whether an action can be its cause.
  var followsFromAction: Bool {
    switch self {
    case .navigation, .dialog, .download, .windowOpened, .windowClosed, .submitted, .exited: true
    case .crashed, .opened, .gap, .notRecorded: false
    }
  }
}
