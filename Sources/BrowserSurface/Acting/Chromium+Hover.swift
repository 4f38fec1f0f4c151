public import Surfaces
public import Trace

extension Chromium {
  /// Brings the pointer to an element and leaves it there: what opens menus that are pointed at.
  ///
  /// - Parameter position: where in the element, each from 0 to 1; its middle where left out.
  public func hover(
    over target: ElementHandle, position: Point? = nil
  ) async throws(SurfaceError) -> Outcome {
    guard let element = ElementReference(target) else { throw .gone }
    return try await acting { () throws(SurfaceError) in
      try await act(in: element.frame) { browser, aftermath throws(SurfaceError) in
        let point = try await browser.ready(element, Needs(position: position), during: aftermath)
        try await browser.send([.pointer("mouseMoved", at: point)], during: aftermath)
        return nil
      }
    }
  }
}
