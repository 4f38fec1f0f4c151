/// What says to the person that recording is on.
///
/// Recording stops when it cannot be shown: there is no way to record without one.
public protocol Indicator: Sendable {
  /// Shows that recording is on, or paused. Throws where it cannot be shown.
  func show(_ state: IndicatorState) async throws
}

/// What an indicator says.
public enum IndicatorState: String, Sendable, Codable, Hashable, CaseIterable {
  case recording, paused, stopped
}
