import Surfaces
import Synchronization
import Trace

/// A surface on which happens what a test says, and nothing else.
final class ScriptedSurface: Surface {
  let kind: SurfaceKind
  private let stream: AsyncThrowingStream<Event, any Error>
  private let continuation: AsyncThrowingStream<Event, any Error>.Continuation

  init(kind: SurfaceKind = .browser) {
    self.kind = kind
    (stream, continuation) = AsyncThrowingStream.makeStream()
  }

  func happen(_ event: Event) { continuation.yield(event) }
  func close(_ error: SurfaceError? = nil) { continuation.finish(throwing: error) }

  func capabilities() async -> [Capability: Availability] { [:] }
  func events() -> AsyncThrowingStream<Event, any Error> { stream }

  func observe(within budget: Budget) async throws(SurfaceError) -> Observation {
    throw SurfaceError(.unsupported, "Nothing is here.")
  }

  func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    throw SurfaceError(.unsupported, "Nothing is here.")
  }
}

/// An indicator that remembers what it showed and fails when told to.
final class ScriptedIndicator: Indicator {
  private let states = Mutex<[IndicatorState]>([])
  private let isGone = Mutex(false)

  var shown: [IndicatorState] { states.withLock { $0 } }
  func disappear() { isGone.withLock { $0 = true } }

  func show(_ state: IndicatorState) async throws {
    if isGone.withLock({ $0 }) { throw SurfaceError(.closed, "its window is gone") }
    states.withLock { if $0.last != state { $0.append(state) } }
  }
}

/// A clock that stands still.
struct StandingClock: WallClock {
  var moment: Moment
  func now() -> Moment { moment }
}
