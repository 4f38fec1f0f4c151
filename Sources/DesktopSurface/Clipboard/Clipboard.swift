import Surfaces

/// What is on the clipboard of a display.
actor Clipboard {
  private let thread = DedicatedThread(name: "clipboard")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let selection: Selection

  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there.
  init(display: String?) throws(SurfaceError) {
    selection = Selection("CLIPBOARD", try XConnection(display: display))
  }

  /// The text on the clipboard; nil where there is none, or where the program that put it there says that it is a
  /// password.
  ///
  /// Throws ``SurfaceError/Code/timedOut`` where the program does not hand it out within `limit`,
  /// ``SurfaceError/Code/unsupported`` for more than 1 MiB, ``SurfaceError/Code/closed`` when the server is gone.
  func text(within limit: Duration = .milliseconds(500)) throws(SurfaceError) -> String? {
    // Asked before, since something else may be there by now than what a change told of, and after, since it may have
    // come while the text was read.
    guard try !isSecret(within: limit), let text = try selection.text(within: limit) else { return nil }
    return try isSecret(within: limit) ? nil : text
  }

  private func isSecret(within limit: Duration) throws(SurfaceError) -> Bool {
    try selection.isSecret(within: limit) { _ in }
  }
}
