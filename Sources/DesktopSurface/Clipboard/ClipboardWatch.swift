import Surfaces

/// Tells of each text that is put on the clipboard, and reads it where that is allowed.
///
/// ```swift
/// for try await change in try ClipboardWatch.changes(display: nil) where !change.isSecret { … }
/// ```
enum ClipboardWatch {
  /// Every change from the return of this call until the reader is cancelled.
  ///
  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there or cannot tell. When the X server goes
  /// away, the stream ends with ``SurfaceError/Code/closed``.
  static func changes(display: String?) throws(SurfaceError) -> AsyncThrowingStream<ClipboardChange, any Error> {
    try ClipboardChangeReader(display: display).stream()
  }
}
