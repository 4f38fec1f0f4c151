import Foundation
import Testing

/// Waits until `condition` holds, at most `limit`; whether it did.
func eventually(within limit: Duration = .seconds(10), _ condition: () async throws -> Bool) async throws -> Bool {
  let end = ContinuousClock.now + limit
  while ContinuousClock.now < end {
    if try await condition() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return try await condition()
}

/// What a stream says, gathered meanwhile.
actor Gathered<Element: Sendable> {
  private(set) var all: [Element] = []
  private(set) var error: (any Error)?
  private(set) var hasEnded = false
  /// When the latest came.
  private(set) var latest: ContinuousClock.Instant?

  func add(_ element: Element) {
    all.append(element)
    latest = .now
  }

  func end(_ error: (any Error)? = nil) {
    self.error = error
    hasEnded = true
  }

  func clear() { all = [] }

  /// All so far, which is forgotten.
  func take() -> [Element] {
    defer { all = [] }
    return all
  }
}

extension AsyncThrowingStream where Element: Sendable, Failure == any Error {
  /// Reads the stream on and on.
  func gathered() -> (Gathered<Element>, Task<Void, Never>) {
    let gathered = Gathered<Element>()
    return (
      gathered,
      Task {
        do {
          for try await element in self { await gathered.add(element) }
          await gathered.end()
        } catch {
          await gathered.end(error)
        }
      }
    )
  }
}

extension Sequence {
  func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
