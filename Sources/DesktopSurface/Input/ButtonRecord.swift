import Trace

/// A button that went down or up, with where the pointer was in that moment.
struct ButtonRecord: Sendable, Hashable {
  var isPress: Bool
  /// Milliseconds of the server's clock.
  var serverTime: UInt32
  var point: Point
}
