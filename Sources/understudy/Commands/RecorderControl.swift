import Foundation
import Journal
import Surfaces
import Watch

/// Speaks to the recorder that runs in this home.
struct RecorderControl {
  var home: Home

  var file: RecorderStatusFile { RecorderStatusFile(state: home.state, journal: home.data) }

  /// Sends a signal to the recorder and waits until it says that it is in this state.
  func send(_ signal: Int32, until state: IndicatorState) async throws {
    guard let running = try file.read() else { throw RecordingError.notRecording }
    guard kill(running.process, signal) == 0 else {
      throw Failure(
        .notRecording, "Process \(running.process) records but could not be reached. Stop it in its own terminal.")
    }
    let deadline = ContinuousClock.now + .seconds(5)
    while try file.read()?.state != state {
      guard ContinuousClock.now < deadline else {
        throw Failure(
          .surfaceEnded, "Process \(running.process) records and does not answer. Stop it in its own terminal.")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
