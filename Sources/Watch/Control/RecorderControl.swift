import Foundation
public import Journal
public import Surfaces
public import Trace

/// Speaks to the recorder that runs in this home.
public struct RecorderControl: Sendable {
  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  /// Where it says what it is doing.
  public var file: RecorderStatusFile { RecorderStatusFile(state: home.state, journal: home.data) }

  /// Has the recorder look at its grants again, and waits until it has; false where none runs.
  public func grantsChanged(at now: Moment) async throws -> Bool {
    guard let running = try file.read() else { return false }
    let standing = Set(
      try GrantStore(home: home).grants().filter { $0.allows(.record, at: now) }.map(\.id))
    guard !Set(running.grants).isSubset(of: standing) else { return false }
    try await send(SIGALRM, to: running) { Set($0.grants).isSubset(of: standing) }
    return true
  }

  /// Sends a signal to the recorder and waits until it says that it is in this state.
  public func send(_ signal: Int32, until state: IndicatorState) async throws {
    guard let running = try file.read() else { throw RecordingError.notRecording }
    try await send(signal, to: running) { $0.state == state }
  }

  /// Waits until what the recorder says holds; one that has ended says nothing more.
  private func send(
    _ signal: Int32, to running: RecorderStatus, until isDone: (RecorderStatus) -> Bool
  ) async throws {
    guard kill(running.process, signal) == 0 else {
      throw RecordingError.unreachable(process: running.process)
    }
    let deadline = ContinuousClock.now + .seconds(5)
    while let status = try file.read(), !isDone(status) {
      guard ContinuousClock.now < deadline else {
        throw RecordingError.silent(process: running.process)
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
