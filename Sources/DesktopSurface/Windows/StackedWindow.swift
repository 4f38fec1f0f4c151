import Trace

/// A window and all that it covers of the screen.
struct StackedWindow: Sendable, Hashable {
  var window: DesktopWindow
  /// With the frame that the window manager drew around it.
  var area: Bounds
}
