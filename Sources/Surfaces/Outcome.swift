public import Trace

/// What followed an action.
public struct Outcome: Sendable, Hashable {
  /// The signals seen until the surface came to rest.
  public var signals: [Signal]
  /// Where the surface is now.
  public var place: Place
  /// The element's value afterwards, where it has one and is still there.
  public var value: String?

  public init(signals: [Signal] = [], place: Place, value: String? = nil) {
    self.signals = signals
    self.place = place
    self.value = value
  }
}
