public import Foundation

/// Where a recorder writes down what it is doing, for `understudy status`, `pause` and `resume` to find it.
public struct RecorderStatusFile: Sendable {
  private let location: URL
  /// The journal's folder, whose size is part of the cost.
  private let journal: URL

  /// - Parameters:
  ///   - state: the home's folder for state.
  ///   - journal: the home's folder for data.
  public init(state: URL, journal: URL) {
    location = state.appending(path: "recorder.json")
    self.journal = journal
  }

  /// Writes the status of the calling process's recorder.
  public func write(_ status: RecorderStatus) throws {
    var status = status
    status.cost = Cost.ofThisProcess(journal: journal)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try encoder.encode(status).write(to: location, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: location.path)
  }

  /// Takes it away: nothing is recorded any more.
  public func remove() throws {
    guard FileManager.default.fileExists(atPath: location.path) else { return }
    try FileManager.default.removeItem(at: location)
  }

  /// What the running recorder says; nil where none runs. What a recorder that was killed left behind counts as none.
  public func read() throws -> RecorderStatus? {
    guard FileManager.default.fileExists(atPath: location.path) else { return nil }
    let status = try JSONDecoder().decode(RecorderStatus.self, from: Data(contentsOf: location))
    return Cost.isRunning(status.process, since: status.processStart) ? status : nil
  }
}
