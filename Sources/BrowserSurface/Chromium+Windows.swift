public import Surfaces
public import Trace

extension Chromium {
  /// The tabs that are open, the one that is acted on first.
  public func windows() async throws(SurfaceError) -> [Place] {
    pages.recency.reversed().compactMap { pages.tabs[$0] }.map { place(of: $0) }
  }

  public func activate(window: String) async throws(SurfaceError) {
    let id = TabID(rawValue: window)
    guard let tab = pages.tabs[id] else {
      throw SurfaceError(.elementNotFound, "The tab is not open any more. Open its page again.")
    }
    _ = try await connection.call("Target.activateTarget", ["targetId": tab.id], as: Acknowledged.self)
    pages.shown(id)
  }
}
