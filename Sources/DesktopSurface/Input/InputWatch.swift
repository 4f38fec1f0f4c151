import Surfaces

/// Watches keyboard and mouse of a display, also while an application has grabbed them.
///
/// ```swift
/// for try await event in try InputWatch.events(display: nil) { … }
/// ```
enum InputWatch {
  /// Everything that keyboard and mouse do from the return of this call, in order, until the reader is cancelled.
  ///
  /// Throws ``SurfaceError/Code/unavailable`` where there is no display or it cannot tell of input. When the X server
  /// goes away, the stream ends with ``SurfaceError/Code/closed``.
  static func events(display: String?) throws(SurfaceError) -> AsyncThrowingStream<InputEvent, any Error> {
    try InputReader(display: display).stream()
  }
}
