import Surfaces
import Trace

/// Has the browser say what the elements in a report are and are called.
extension Chromium {
  /// Opens the page that is asked; again, where it has gone.
  func openNamingPage() async throws(SurfaceError) {
    if let namingTarget { connection.post("Target.closeTarget", ["targetId": namingTarget]) }
    let target = try await NamingPage.target(over: connection)
    namingTarget = target
    namingPage = try await NamingPage.open(target, over: connection)
  }

  /// The report with its elements called by their names.
  ///
  /// Where the browser cannot be asked, the elements have no names, and a gap says so.
  func named(_ report: Report, of frame: PageFrame) async -> Report {
    var named = report
    do throws(SurfaceError) {
      named.element = try await self.named(report.element, report.sketch)
      named.to = try await self.named(report.to, report.toSketch)
    } catch {
      if connection.ended == nil {
        emit(.signal(.gap("The browser could not say what an element is called.")), at: frame)
        try? await openNamingPage()
      }
    }
    return named
  }

  private func named(_ element: Element?, _ sketch: Sketch?) async throws(SurfaceError) -> Element? {
    guard let element, let sketch, let namingPage else { return element }
    return element.called(try await namingPage.identities(of: sketch))
  }
}
