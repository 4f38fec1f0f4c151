import Surfaces

/// All sources of the desktop in one stream, in the order in which they told.
struct Happenings: Sendable {
  /// Ends with the X server's end, or when its reader is cancelled. Without accessibility the rest goes on.
  let stream: AsyncThrowingStream<Happening, any Error>

  init(_ settings: DesktopSettings, focus: LastFocus) throws(SurfaceError) {
    let input = try InputReader(display: settings.display)
    let windows = try WindowChangeReader(display: settings.display)
    let clipboard = try ClipboardChangeReader(display: settings.display)
    let interest = AccessibilityInterest(quiet: [.showing])
    let changes = try AccessibilityWatch(session: settings.session, focus: focus, interest: interest)
    stream = AsyncThrowingStream { continuation in
      let task = Task {
        do {
          try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await input.readUntilCancelled { continuation.yield(.input($0)) } }
            group.addTask { try await windows.readUntilCancelled { continuation.yield(.window($0)) } }
            group.addTask { try await clipboard.readUntilCancelled { continuation.yield(.clipboard($0)) } }
            group.addTask {
              while true {
                try await Task.sleep(for: .milliseconds(500))
                continuation.yield(.pulse)
              }
            }
            group.addTask {
              // What applications tell is a help: where it ends, each look at an element says so by itself.
              do { try await changes.readUntilCancelled { continuation.yield(.change($0)) } } catch {}
              try await Task.sleep(for: .seconds(1_000_000_000))
            }
            try await group.next()
            group.cancelAll()
          }
          continuation.finish()
        } catch is CancellationError {
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
