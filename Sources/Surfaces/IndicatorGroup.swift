/// The indicators of several surfaces as one: recording is shown only where each of them shows it.
public struct IndicatorGroup: Indicator {
  private let indicators: [any Indicator]

  public init(_ indicators: [any Indicator]) {
    self.indicators = indicators
  }

  /// Shows it on all; throws where one cannot, after all were told.
  public func show(_ state: IndicatorState) async throws {
    guard !indicators.isEmpty else {
      throw SurfaceError(.unsupported, "Nothing here can show that recording is on.")
    }
    var failure: (any Error)?
    for indicator in indicators {
      do {
        try await indicator.show(state)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }
}
