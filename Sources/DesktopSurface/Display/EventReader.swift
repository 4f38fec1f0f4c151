import Surfaces

/// Reads what an X server tells, on a thread of its own, and hands out what it means.
protocol EventReader: Actor {
  associatedtype Element: Sendable

  /// Ends ``read(_:)``.
  nonisolated var wake: WakeSignal { get }

  /// Hands out everything, in order, until ``wake`` is sent. Throws ``SurfaceError/Code/closed`` when the server is gone.
  func read(_ handOut: (Element) -> Void) throws(SurfaceError)
}

extension EventReader {
  /// Hands out everything from now on, until the calling task is cancelled; throws when the server is gone.
  nonisolated func readUntilCancelled(_ handOut: @escaping @Sendable (Element) -> Void) async throws {
    try await withTaskCancellationHandler {
      try await read(handOut)
    } onCancel: {
      wake.send()
    }
  }

  /// Everything from now on, until whoever reads the stream is cancelled; ends with an error when the server is gone.
  nonisolated func stream() -> AsyncThrowingStream<Element, any Error> {
    AsyncThrowingStream { continuation in
      continuation.onTermination = { [wake] _ in wake.send() }
      Task {
        do throws(SurfaceError) {
          try await read { continuation.yield($0) }
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
    }
  }
}
