public import Surfaces

/// The applications of a desktop, recorded in whichever way its session allows.
public protocol WatchedDesktop: Surface, Indicator {
  /// Stops following; what is held back is told, and every stream of events ends.
  func end() async
}

extension Desktop: WatchedDesktop {}
