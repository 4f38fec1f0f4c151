import BrowserSurface
import Console
import DesktopSurface
import Foundation
import Guard
import Journal
import Perform
import Surfaces
import Trace
import Watch

/// Performs where the steps of a workflow are done: in a browser of its own, in the profile that Understudy keeps for
/// it, in the applications of this desktop, or in both.
struct PerformingStage: RunStage {
  var home: Home
  /// The Chromium or Chrome to use.
  var executable: String?
  var isHeadless: Bool

  func perform(_ performance: Performance, at desk: RunDesk) async throws -> String {
    let run = try await perform(performance, asking: desk) { step, done in Task { await desk.note(step, done) } }
    return performance.sentence(of: run)
  }

  /// Performs in a new browser, which is closed afterwards, and in what is open on the desktop, which stays open.
  func perform(
    _ performance: Performance, asking approver: any Approver,
    report: @escaping @Sendable (StepTemplate, Done) -> Void
  ) async throws -> Run {
    let needed = performance.workflow.surfaces
    let desktop = needed.contains(.desktop) ? try await openDesktop() : nil
    var browser: Chromium?
    let result: Result<Run, any Error>
    do {
      if needed.contains(.browser) { browser = try await openBrowser() }
      let surfaces = [browser, desktop].compactMap { (surface: (any Surface)?) in surface }
      result = .success(try await performance.run(on: surfaces, asking: approver, report: report))
    } catch {
      result = .failure(error)
    }
    await browser?.end()
    await desktop?.end()
    return try result.get()
  }

  /// A workflow with what the sheets say that it goes over: they are looked at, and nothing is done.
  func reading(_ workflow: CompiledWorkflow) async throws -> CompiledWorkflow {
    guard workflow.goesOverSheet else { return workflow }
    let desktop = try await openDesktop()
    let result: Result<CompiledWorkflow, Halt>
    do {
      result = .success(try await Performer(surfaces: [desktop], approver: Nobody()).reading(workflow))
    } catch {
      result = .failure(error)
    }
    await desktop.end()
    return try result.get()
  }

  private func openBrowser() async throws -> Chromium {
    var settings = BrowserSettings(profile: home.browserProfile.path, executable: executable, isHeadless: isHeadless)
    settings.address = "about:blank"
    return try await Chromium.start(settings)
  }

  /// The applications of this session, those that a grant lets be performed in.
  private func openDesktop() async throws -> Desktop {
    if let obstacle = DesktopSession().actingObstacle { throw Failure(.noDesktop, obstacle) }
    let windows = try GrantedWindows(home: home, for: .perform, clock: SystemClock())
    do {
      return try await Desktop.start(DesktopSettings { windows.contain($0) })
    } catch {
      throw Failure(.noDesktop, "Applications cannot be acted on here. \(error.reason)")
    }
  }
}

/// Agrees to nothing: for what only looks.
private struct Nobody: Approver {
  func approve(_ plan: Plan) -> Bool { false }
  func approve(_ deviation: Deviation) -> Bool { false }
  func answer(_ question: Question) -> String? { nil }
  func secret(for step: PlannedStep) -> String? { nil }
}
