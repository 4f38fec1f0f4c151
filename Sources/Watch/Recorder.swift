public import Guard
public import Journal
public import Surfaces
import Trace

/// Takes what happens on the surfaces through the guard into the journal, visibly, until it is stopped.
///
/// ```swift
/// let recorder = Recorder(surfaces: [chromium], session: name, sanitizer: sanitizer, writer: writer,
///                         indicator: edge, clock: SystemClock())
/// let status = try await recorder.run()
/// ```
///
/// Events get their final ids here: one row of numbers for all surfaces, in the order in which they arrived.
public actor Recorder {
  private let surfaces: [any Surface]
  private let session: String
  private let writer: JournalWriter
  private let indicator: any Indicator
  private let clock: any WallClock
  private let tables: TableWatch?
  private let ledger: Ledger?
  private var sanitizer: Sanitizer
  /// The grants whose scopes the sanitizer has, one for one.
  private var grants: [String]

  private var state: IndicatorState = .recording
  private var nextSequence = 0
  private var clipboard = SharedClipboard()
  private var pending: [Sanitized<Event>] = []
  /// From when until when it was paused last.
  private var lastPause: Range<Moment>?
  private var pausedSince: Moment?
  private var recorded = 0
  private var keptOut = 0
  private let began: Moment
  private let wake: AsyncStream<Void>
  private let waker: AsyncStream<Void>.Continuation
  /// Ends when the journal can no longer be written.
  private let writable: AsyncStream<Never>
  private let unwritable: AsyncStream<Never>.Continuation

  public init(
    surfaces: [any Surface], session: String, grants: [String] = [], sanitizer: Sanitizer, writer: JournalWriter,
    indicator: any Indicator, clock: any WallClock, tables: TableWatch? = nil, ledger: Ledger? = nil
  ) {
    self.surfaces = surfaces
    self.session = session
    self.grants = grants
    self.sanitizer = sanitizer
    self.writer = writer
    self.indicator = indicator
    self.clock = clock
    self.tables = tables
    self.ledger = ledger
    began = clock.now()
    (wake, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    (writable, unwritable) = AsyncStream.makeStream()
  }

  /// Records until a surface has ended or the calling task is cancelled; what was taken by then is written.
  ///
  /// Whoever closes the window in which they are recorded wants it to stop, whatever else is watched.
  ///
  /// Throws `RecordingError`, `SurfaceError` or `JournalError`; whatever was acknowledged before stays.
  @discardableResult
  public func run() async throws -> RecorderStatus {
    try await show(.recording)
    let writing = Task { try await self.write() }
    var failure: (any Error)?
    do {
      try await watch()
    } catch is CancellationError {
    } catch {
      failure = error
    }
    waker.finish()
    do {
      try await writing.value
    } catch {
      failure = failure ?? error
    }
    state = .stopped
    await writer.end()
    // Nothing is recorded any more, so an indicator that is gone by now hides nothing.
    try? await indicator.show(.stopped)
    do { try note(.recordingStopped) } catch { failure = failure ?? error }
    if let failure { throw failure }
    return status()
  }

  /// Stops taking events at once and forgets those that are not on disk yet; without limit, without a reason.
  public func pause() async throws {
    guard state == .recording else { return }
    state = .paused
    pausedSince = clock.now()
    dropPending()
    try await show(.paused)
    try note(.paused)
  }

  /// Takes events again; the pause stays visible as a gap.
  public func resume() async throws {
    guard state == .paused else { return }
    try await show(.recording)
    // In the ledger first: nothing is taken that it does not tell of.
    try note(.resumed)
    state = .recording
    let now = clock.now()
    lastPause = pausedSince.map { min($0, now)..<now }
    take(mark(.gap("Recording was paused by the person.")))
  }

  /// Goes on with those of its grants that a plan still has; what others let it take is taken no more, and what of it
  /// was not on the disk yet is dropped.
  ///
  /// Grants that were given since are not taken up: a surface that watches them, and a sentence that says so, come with
  /// the next recording.
  ///
  /// - Returns: whether any is left; without one there is nothing to record.
  public func keep(to plan: RecordingPlan) -> Bool {
    let standing = Set(plan.grants.map(\.id))
    let left = zip(grants, sanitizer.scopes).filter { standing.contains($0.0) }
    guard left.count < grants.count else { return !left.isEmpty }
    grants = left.map(\.0)
    sanitizer.scopes = left.map(\.1)
    dropPending()
    take(mark(.gap("A grant was taken back by the person.")))
    return !grants.isEmpty
  }

  /// Forgets what is not on its way to the disk yet; its numbers are given again.
  private func dropPending() {
    nextSequence -= pending.count
    keptOut += pending.count
    pending.removeAll()
    clipboard.forget(from: EventID(session: session, sequence: nextSequence))
  }

  private func note(_ kind: LedgerEntry.Kind) throws {
    _ = try ledger?.append(LedgerEntry(kind, at: clock.now(), subjects: [session]))
  }

  /// What is on now and what it has cost; the size on disk is for the caller to add.
  public func status() -> RecorderStatus {
    RecorderStatus(
      state: state, grants: grants, process: Cost.thisProcess, processStart: Cost.startOfProcess(Cost.thisProcess),
      session: session,
      since: began, asOf: clock.now(),
      recorded: recorded, keptOut: keptOut)
  }
}

// MARK: - From the surfaces

extension Recorder {
  /// Watches until a surface has ended: what else runs beside it ends with it.
  private func watch() async throws {
    try await withThrowingTaskGroup(of: Source.self) { group in
      for surface in surfaces {
        group.addTask {
          for try await event in surface.events() {
            await self.take(event)
          }
          return .surface
        }
      }
      if let tables {
        group.addTask {
          for await event in tables.events() {
            await self.take(event)
          }
          return .other
        }
      }
      group.addTask {
        try await self.keepVisible()
        return .other
      }
      // A journal that cannot be written must end the recording at once, not at its end.
      group.addTask { [writable] in
        for await _ in writable {}
        throw CancellationError()
      }
      while let ended = try await group.next(), ended != .surface {}
      group.cancelAll()
    }
  }

  private enum Source {
    case surface, other
  }

  /// Takes one event in: numbers it, lets the guard look at it, and hands on what is left.
  private func take(_ event: Event) {
    guard state == .recording else {
      keptOut += 1
      return
    }
    // A surface may tell late of what happened during a pause.
    guard lastPause.map({ !$0.contains(event.time) }) ?? true else {
      keptOut += 1
      return
    }
    var numbered = clipboard.traced(event)
    numbered.id = EventID(session: session, sequence: nextSequence)
    numbered.time = when(event)
    guard let sanitized = sanitizer.sanitize(numbered) else {
      clipboard.took(event, as: nil)
      keptOut += 1
      return
    }
    clipboard.took(event, as: numbered.id)
    nextSequence += 1
    pending.append(sanitized)
    waker.yield()
  }

  /// When an event happened, as its surface says: what is typed or chosen is told only once it is left. A surface's
  /// clock may stand still while the machine sleeps, or be ahead: then it is when the event was told.
  private func when(_ event: Event) -> Moment {
    let now = clock.now()
    return (0...Self.latest).contains(now.seconds(since: event.time)) ? event.time : now
  }

  /// How late a surface tells of something at most, in seconds.
  private static let latest = 60.0

  /// A signal of the recorder's own.
  private func mark(_ signal: Signal) -> Event {
    Event(
      id: EventID(session: session, sequence: nextSequence), time: clock.now(),
      surface: surfaces.first?.kind ?? .desktop,
      place: Place(application: "understudy", window: ""), occurrence: .signal(signal), agent: .machine)
  }
}

// MARK: - To the journal

extension Recorder {
  /// Writes what is pending whenever there is some: what arrives during a commit goes into the next one, so that
  /// commits grow with the load and a single event never waits.
  private func write() async throws {
    defer { unwritable.finish() }
    for await _ in wake {
      try await flush()
    }
    try await flush()
  }

  private func flush() async throws {
    while !pending.isEmpty {
      let batch = pending
      pending.removeAll()
      try await writer.append(batch)
      recorded += batch.count
    }
  }
}

// MARK: - Visibly

extension Recorder {
  /// Shows the indicator again every second, since it could have been taken away.
  private func keepVisible() async throws {
    do {
      while true {
        try await Task.sleep(for: .seconds(1))
        try await show(state)
      }
    } catch let error as RecordingError {
      // A window that was closed takes its indicator along. Nothing is taken any more; the surface's own end, if it
      // is on its way, is the better reason.
      try await Task.sleep(for: .seconds(1))
      throw error
    }
  }

  private func show(_ state: IndicatorState) async throws {
    do {
      try await indicator.show(state)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      self.state = .stopped
      throw RecordingError.indicatorGone(reason: "\(error)")
    }
  }
}
