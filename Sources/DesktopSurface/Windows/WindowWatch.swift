import Surfaces

/// Tells of windows that open, close, come to the front and change their titles.
enum WindowWatch {
  /// Every change from the return of this call until the reader is cancelled.
  ///
  /// Throws ``SurfaceError/Code/unavailable`` where there is no display. When the X server goes away, the stream ends
  /// with ``SurfaceError/Code/closed``.
  static func changes(display: String?) throws(SurfaceError) -> AsyncThrowingStream<WindowChange, any Error> {
    try WindowChangeReader(display: display).stream()
  }
}
