import BrowserSurface
import DesktopSurface
import Foundation
import Journal
import Surfaces
import Trace
import Watch

/// What is watched while something is recorded: a browser where pages are granted, the desktop where applications are.
struct RecordingStage: Sendable {
  let surfaces: [any Surface]
  /// Shows it on each of them.
  let indicator: IndicatorGroup
  /// Why applications are not watched although some are granted; nil where they are.
  let obstacle: String?
  /// What is missed of applications although they are watched, a sentence for each.
  let limits: [String]
  private let browser: Chromium?
  private let desktop: (any WatchedDesktop)?
  private let windows: GrantedWindows

  /// Opens what the plan needs; what was opened is closed again where something cannot be. Where applications cannot be
  /// watched, pages are all the same.
  ///
  /// - Parameters:
  ///   - start: the page to begin with; the first granted one by default.
  ///   - chromium: the browser to use; the one that is found by default.
  static func open(
    _ plan: RecordingPlan, start: String?, chromium: String?, clock: any WallClock
  ) async throws -> RecordingStage {
    let windows = try GrantedWindows(plan, clock: clock)
    var desktop: (any WatchedDesktop)?
    var obstacle: String?
    if plan.watchesDesktop {
      do {
        desktop = try await openDesktop(windows, clock: clock)
      } catch {
        guard plan.watchesBrowser else { throw error }
        obstacle = error.reason
      }
    }
    do {
      let browser = plan.watchesBrowser ? try await openBrowser(plan, start, chromium, clock: clock) : nil
      var limits: [String] = []
      if let desktop { limits = await DesktopSession().limits(of: desktop) }
      return RecordingStage(
        browser: browser, desktop: desktop, windows: windows, obstacle: obstacle, limits: limits)
    } catch {
      await desktop?.end()
      throw error
    }
  }

  private init(
    browser: Chromium?, desktop: (any WatchedDesktop)?, windows: GrantedWindows, obstacle: String?, limits: [String]
  ) {
    self.limits = limits
    self.browser = browser
    self.desktop = desktop
    self.windows = windows
    self.obstacle = obstacle
    surfaces = [browser, desktop].compactMap { (surface: (any Surface)?) in surface }
    indicator = IndicatorGroup([browser, desktop].compactMap { (indicator: (any Indicator)?) in indicator })
  }

  private static func openDesktop(
    _ windows: GrantedWindows, clock: any WallClock
  ) async throws(Failure) -> any WatchedDesktop {
    if let obstacle = DesktopSession().obstacle { throw Failure(.noDesktop, obstacle) }
    do {
      let settings = DesktopSettings {
        windows.contain($0)
      } keepsFrames: {
        windows.keepFrames(of: $0)
      }
      return try await DesktopSession().open(settings, clock: clock)
    } catch {
      throw Failure(.noDesktop, "Applications cannot be watched here. \(error.reason)")
    }
  }

  private static func openBrowser(
    _ plan: RecordingPlan, _ start: String?, _ chromium: String?, clock: any WallClock
  ) async throws -> Chromium {
    var settings = BrowserSettings(profile: plan.home.browserProfile.path, executable: chromium)
    settings.watch(plan)
    settings.address = start ?? plan.firstPage ?? "about:blank"
    return try await Chromium.start(settings, clock: clock)
  }

  /// Watches no more than what the plan still lets be watched.
  func narrow(to plan: RecordingPlan) async throws {
    try windows.keep(to: plan)
    try await browser?.watch(origins: Set(plan.pages))
  }

  /// Has told what is held back: text that is still being typed into an application.
  func settle() async { await desktop?.end() }

  func end() async {
    await browser?.end()
    await desktop?.end()
  }
}
