import Foundation
import Subprocess
import Surfaces

/// The end of what the browser printed, to say why it ended.
actor Complaint {
  private var tail = Data()

  func add(_ bytes: Data) {
    tail.append(bytes)
    if tail.count > 8192 { tail = Data(tail.suffix(8192)) }
  }

  /// Why the browser ended, in a sentence that says what to do where that is known.
  func reason(for status: TerminationStatus) -> SurfaceError {
    let text = String(decoding: tail, as: UTF8.self)
    if text.contains("Missing X server or $DISPLAY") || text.contains("Unable to open X display")
      || text.contains("platform failed to initialize")
    {
      return SurfaceError(
        .unavailable,
        "The browser cannot open its window: the display does not answer. Check DISPLAY, or start headless.")
    }
    if text.contains("SingletonLock") || text.contains("profile appears to be in use") {
      return SurfaceError(
        .unavailable,
        "The browser's profile is in use by another browser. Close that one, or name another profile folder.")
    }
    if text.contains("No usable sandbox") {
      return SurfaceError(
        .unavailable, "The browser has no sandbox on this machine. On Debian: sudo apt-get install chromium-sandbox.")
    }
    switch status {
    case .exited(0): return .closedByPerson
    case .exited(let code): return SurfaceError(.closed, "The browser ended: it exited with status \(code).")
    case .signaled(let signal): return SurfaceError(.closed, "The browser ended: signal \(signal) stopped it.")
    }
  }
}

extension SurfaceError {
  /// The browser ended as it does when a person closes it.
  static let closedByPerson = SurfaceError(.closed, "The browser was closed.")
}
