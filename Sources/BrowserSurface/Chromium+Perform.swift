public import Surfaces
public import Trace

extension Chromium {
  public func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    throw SurfaceError(.unsupported, "The browser cannot be acted on yet.")
  }
}
