public import Surfaces
extension Chromium: Indicator {
  public func show(_ state: IndicatorState) async throws {}
}
