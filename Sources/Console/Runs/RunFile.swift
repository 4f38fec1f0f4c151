import Foundation
public import Journal
public import Perform
public import Trace

/// Where a run that stopped is kept, sealed, so that it can go on.
public struct RunFile {
  private let store: DerivedStore
  private let workflow: Workflow.ID
  private let key: PersonKey

  public init(home: Home, workflow: Workflow.ID, key: PersonKey) {
    store = DerivedStore(home: home)
    self.workflow = workflow
    self.key = key
  }

  public func read() throws -> Run? {
    guard let bytes = try store.read(.run, named: workflow, with: key) else { return nil }
    do {
      return try JSONDecoder().decode(Run.self, from: bytes)
    } catch {
      throw JournalError(.unavailable, "The run that stopped cannot be read. Start anew instead of resuming it.")
    }
  }

  /// - Parameter sessions: what the workflow came from: erasing a part of it erases the run.
  public func write(_ run: Run, from sessions: Set<String>) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try store.write(encoder.encode(run), as: .run, named: workflow, from: sessions)
  }

  public func remove() throws {
    try store.remove(.run, named: workflow)
  }
}
