import Trace

/// An element of the latest observation, and the window it is in.
struct Observed: Sendable {
  var seen: SeenElement
  var window: DesktopWindow
}
