import Surfaces

/// All sources of the desktop in one stream, in the order in which they told.
struct Happenings: Sendable {
  /// Ends with the X server's end, or when its reader is cancelled. Without accessibility the rest goes on.
  let stream: AsyncThrowingStream<Happening, any Error>

  init(_ settings: DesktopSettings, focus: LastFocus) throws(SurfaceError) {
    let input = try InputReader(display: settings.display).stream()
    let windows = try WindowChangeReader(display: settings.display).stream()
    let clipboard = try ClipboardChangeReader(display: settings.display).stream()
    let changes = try AccessibilityWatch(session: settings.session, focus: focus).changes()
    stream = AsyncThrowingStream { continuation in
      let task = Task {
        do {
          try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for try await event in input { continuation.yield(.input(event)) } }
            group.addTask { for try await change in windows { continuation.yield(.window(change)) } }
            group.addTask { for try await change in clipboard { continuation.yield(.clipboard(change)) } }
            group.addTask {
              while true {
                try await Task.sleep(for: .milliseconds(500))
                continuation.yield(.pulse)
              }
            }
            group.addTask {
              // What applications tell is a help: where it ends, each look at an element says so by itself.
              do { for try await change in changes { continuation.yield(.change(change)) } } catch {}
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
