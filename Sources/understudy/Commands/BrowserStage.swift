import BrowserSurface
import Console
import Foundation
import Journal
import Perform
import Surfaces
import Trace

/// Performs in a browser of its own, in the profile that Understudy keeps for it.
struct BrowserStage: RunStage {
  var home: Home
  /// The Chromium or Chrome to use.
  var executable: String?
  var isHeadless: Bool

  func perform(_ performance: Performance, at desk: RunDesk) async throws -> String {
    let run = try await perform(performance, asking: desk) { step, done in Task { await desk.note(step, done) } }
    return performance.sentence(of: run)
  }

  /// Performs in a new browser, which is closed afterwards.
  func perform(
    _ performance: Performance, asking approver: any Approver,
    report: @escaping @Sendable (StepTemplate, Done) -> Void
  ) async throws -> Run {
    var settings = BrowserSettings(profile: home.browserProfile.path, executable: executable, isHeadless: isHeadless)
    settings.address = "about:blank"
    let browser = try await Chromium.start(settings)
    let result: Result<Run, any Error>
    do {
      result = .success(try await performance.run(on: [browser], asking: approver, report: report))
    } catch {
      result = .failure(error)
    }
    await browser.end()
    return try result.get()
  }
}
