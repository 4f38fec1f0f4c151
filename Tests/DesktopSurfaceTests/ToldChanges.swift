import Foundation
import Synchronization

@testable import DesktopSurface

/// What was told so far.
final class ToldChanges: Sendable {
  private let changes = Mutex<[AccessibilityChange]>([])
  private let task = Mutex<Task<Void, any Error>?>(nil)

  init(_ watch: AccessibilityWatch) throws {
    let stream = watch.stream()
    task.withLock {
      $0 = Task {
        for try await change in stream { changes.withLock { $0.append(change) } }
      }
    }
  }

  var all: [AccessibilityChange] { changes.withLock { $0 } }

  /// What was typed into the objects of a process, letter by letter; nil for what was withheld.
  func inserted(_ process: Int32?) -> [String?] {
    all.filter { $0.process == process }.compactMap { change in
      if case .textInserted(_, _, let text) = change.kind { .some(text) } else { nil }
    }
  }

  /// Why the stream ended, waited for.
  func failure() async -> (any Error)? {
    do {
      try await task.withLock { $0 }?.value
      return nil
    } catch {
      return error
    }
  }

  func end() { task.withLock { $0?.cancel() } }
}
