import Foundation
import Journal
import Perform

/// Where a run that stopped is kept, so that it can go on.
struct RunFile {
  private let location: URL

  init(home: Home, workflow: String) {
    let safe = workflow.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" }
    location = home.data.appending(path: "runs/\(String(safe)).json")
  }

  func read() throws -> Run? {
    guard FileManager.default.fileExists(atPath: location.path) else { return nil }
    do {
      return try JSONDecoder().decode(Run.self, from: Data(contentsOf: location))
    } catch {
      throw Failure(.fileUnreadable, "The run kept in \(location.path) cannot be read. Remove it and start anew.")
    }
  }

  func write(_ run: Run) throws {
    try FileManager.default.createDirectory(
      at: location.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try encoder.encode(run).write(to: location, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: location.path)
  }

  func remove() throws {
    guard FileManager.default.fileExists(atPath: location.path) else { return }
    try FileManager.default.removeItem(at: location)
  }
}
