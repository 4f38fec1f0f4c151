import Synchronization
public import Trace

/// Numbers a surface's events and hands them to everyone who reads.
///
/// ```swift
/// let feed = EventFeed(session: "desktop")
/// feed.emit { Event(id: $0, time: now, surface: .desktop, place: place, occurrence: .action(action)) }
/// ```
public final class EventFeed: Sendable {
  private struct State {
    var next = 0
    var readers: [Int: AsyncThrowingStream<Event, any Error>.Continuation] = [:]
    var nextReader = 0
    var isEnded = false
  }

  private let session: String
  private let state = Mutex(State())

  public init(session: String) {
    self.session = session
  }

  /// Every event from now on.
  public func stream() -> AsyncThrowingStream<Event, any Error> {
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: Event.self)
    let reader: Int? = state.withLock { state in
      guard !state.isEnded else { return nil }
      defer { state.nextReader += 1 }
      state.readers[state.nextReader] = continuation
      return state.nextReader
    }
    guard let reader else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.readers.removeValue(forKey: reader) }
    }
    return stream
  }

  /// Gives an event its number and hands it on; returns its id.
  @discardableResult
  public func emit(_ event: (EventID) -> Event) -> EventID {
    state.withLock { state in
      let id = EventID(session: session, sequence: state.next)
      state.next += 1
      let event = event(id)
      for reader in state.readers.values { reader.yield(event) }
      return id
    }
  }

  /// Ends every stream: without an error where the surface was closed, with one where it failed.
  public func end(throwing error: SurfaceError? = nil) {
    let readers = state.withLock { state in
      state.isEnded = true
      defer { state.readers = [:] }
      return Array(state.readers.values)
    }
    for reader in readers { reader.finish(throwing: error) }
  }
}
