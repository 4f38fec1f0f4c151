import Foundation
import Guard
import Journal
import Surfaces
import Trace
import Watch

// Records what happens on a surface of its own into a home, until a signal says so; a grant must let it. Every millisecond
// something happens there, and says in its element's id when, in microseconds since 1970. Where it cannot go on it ends
// with a sentence and 1.
//
//   RecorderProcess HOME

let home = Home(directory: CommandLine.arguments[1])
let clock = SystemClock()

/// A surface that is never still.
struct BusySurface: Surface {
  var kind: SurfaceKind { .browser }

  func capabilities() async -> [Capability: Availability] { [:] }

  func events() -> AsyncThrowingStream<Event, any Error> {
    AsyncThrowingStream { continuation in
      let happening = Task {
        while !Task.isCancelled {
          continuation.yield(event(at: clock.now()))
          try await Task.sleep(for: .milliseconds(1))
        }
      }
      continuation.onTermination = { _ in happening.cancel() }
    }
  }

  private func event(at time: Moment) -> Event {
    Event(
      id: EventID(session: "surface", sequence: 0), time: time, surface: .browser,
      place: Place(application: "Chromium", window: "1", document: "https://tracker.example.org/"),
      occurrence: .action(.click(Click())),
      element: Element(role: .button, name: "Next", attributes: ["id": "at-\(time.microseconds)"]))
  }

  func observe(within budget: Budget) async throws(SurfaceError) -> Observation {
    throw SurfaceError(.unsupported, "Nothing is here.")
  }

  func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    throw SurfaceError(.unsupported, "Nothing is here.")
  }
}

/// Nobody looks on.
struct NoIndicator: Indicator {
  func show(_ state: IndicatorState) async throws {}
}

do {
  let plan = try RecordingPlan(home: home, at: clock.now())
  let recorder = try plan.recorder(of: [BusySurface()], shownBy: NoIndicator(), clock: clock)
  let status = try await RecordingProcess(recorder: recorder, home: home, clock: clock).run()
  print(status.recorded)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
