public import Journal
public import Surfaces
import Trace
import UnixSignals

/// A recorder that other processes can pause, resume and end, and that keeps its status where they find it.
///
/// | signal | effect |
/// | --- | --- |
/// | `SIGUSR1`, `SIGUSR2` | pauses, resumes |
/// | `SIGALRM` | looks at the grants again: what was taken back is taken no more |
/// | `SIGINT`, `SIGTERM`, `SIGHUP` | ends the recording; what was taken is written |
///
/// ```swift
/// let recording = RecordingProcess(recorder: recorder, home: home, clock: SystemClock())
/// let status = try await recording.run { terminal.progress("\($0.recorded) events") }
/// ```
public struct RecordingProcess: Sendable {
  private let recorder: Recorder
  private let home: Home
  private let clock: any WallClock
  private let file: RecorderStatusFile
  private let narrow: @Sendable (RecordingPlan) async throws -> Void
  private let settle: @Sendable () async -> Void

  /// - Parameters:
  ///   - narrow: tells the surfaces what may still be watched after a grant was taken back.
  ///   - settle: has them tell what they hold back, such as text that is still being typed, before the end.
  public init(
    recorder: Recorder, home: Home, clock: any WallClock,
    narrow: @escaping @Sendable (RecordingPlan) async throws -> Void = { _ in },
    settle: @escaping @Sendable () async -> Void = {}
  ) {
    self.recorder = recorder
    self.home = home
    self.clock = clock
    file = RecorderStatusFile(state: home.state, journal: home.data)
    self.narrow = narrow
    self.settle = settle
  }

  /// Records until the surfaces end or a signal says so.
  ///
  /// - Parameter report: called with the status once a second.
  public func run(reporting report: @escaping @Sendable (RecorderStatus) -> Void = { _ in }) async throws
    -> RecorderStatus
  {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup, .sigusr1, .sigusr2, .sigalrm)
    let running = Task { try await recorder.run() }
    let controlling = Task {
      for await signal in signals {
        // What fails here fails the recording: it would no longer do what it is told.
        do {
          try await obey(signal, ending: running)
          try await file.write(recorder.status())
        } catch {
          running.cancel()
          throw error
        }
      }
    }
    let reporting = Task {
      while !Task.isCancelled {
        let status = await recorder.status()
        // Where it cannot be written now, it is tried again; a disk that is gone ends the recording by itself.
        try? file.write(status)
        report(status)
        try await Task.sleep(for: .seconds(1))
      }
    }
    let result = await running.result
    controlling.cancel()
    reporting.cancel()
    _ = await reporting.result
    // Where it cannot be removed, its process is found to have ended.
    try? file.remove()
    return try result.get()
  }

  private func obey(_ signal: UnixSignal, ending running: Task<RecorderStatus, any Error>) async throws {
    switch signal {
    case .sigusr1: try await recorder.pause()
    case .sigusr2: try await recorder.resume()
    case .sigalrm:
      do {
        let plan = try RecordingPlan(home: home, at: clock.now())
        guard await recorder.keep(to: plan) else { return running.cancel() }
        try await narrow(plan)
      } catch RecordingError.nothingGranted {
        running.cancel()
      }
    default:
      await settle()
      running.cancel()
    }
  }
}
