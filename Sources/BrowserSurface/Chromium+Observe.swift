public import Surfaces

extension Chromium {
  public func observe(within budget: Budget) async throws(SurfaceError) -> Observation {
    throw SurfaceError(.unsupported, "The browser's elements cannot be listed yet.")
  }
}
