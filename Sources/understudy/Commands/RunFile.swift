import Foundation
import Journal
import Perform

/// Where a run that stopped is kept, sealed, so that it can go on.
struct RunFile {
  private let store: DerivedStore
  private let workflow: String
  private let key: PersonKey

  init(home: Home, workflow: String, key: PersonKey) {
    store = DerivedStore(home: home)
    self.workflow = workflow
    self.key = key
  }

  func read() throws -> Run? {
    guard let bytes = try store.read(.run, named: workflow, with: key) else { return nil }
    do {
      return try JSONDecoder().decode(Run.self, from: bytes)
    } catch {
      throw Failure(.fileUnreadable, "The run that stopped cannot be read. Start anew without --resume.")
    }
  }

  /// - Parameter sessions: what the workflow came from: erasing a part of it erases the run.
  func write(_ run: Run, from sessions: Set<String>) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try store.write(encoder.encode(run), as: .run, named: workflow, from: sessions)
  }

  func remove() throws {
    try store.remove(.run, named: workflow)
  }
}
