import BrowserSurface
import SurfaceTesting
import Surfaces
import Testing
import Trace

/// A browser of its own that is acted on, and a hand that works there too.
final class ActingStage: Sendable {
  let browser: Chromium
  let server: PageServer
  let stranger: PageServer
  let hand: BrowserHand
  let events: EventLog
  private let profile: TemporaryFolder

  init(patience: Duration = .seconds(3), page: String) async throws {
    stranger = try PageServer(folder: RecordedBrowser.pages)
    server = try PageServer(folder: RecordedBrowser.pages, replacements: ["STRANGER": stranger.origin])
    profile = try TemporaryFolder()
    browser = try await Chromium.start(
      BrowserSettings(
        profile: profile.path, isHeadless: true, flags: ["--remote-debugging-port=0"],
        address: "\(server.origin)/\(page)", origins: [server.origin, stranger.origin], patience: patience))
    events = EventLog(browser.events())
    hand = try await BrowserHand(profile: profile.path, page: page)
    try await browser.show(.recording)
  }

  /// A file that every machine has.
  static let attachment = "/etc/hostname"

  func end() async { await browser.end() }

  /// An element of the page, once it is there.
  func element(_ id: String) async throws -> ElementHandle {
    var found: ElementHandle?
    try await until {
      let observation = try await browser.observe(within: Budget())
      found = observation.elements.first { $0.element.attributes["id"] == id }?.handle
      return found != nil
    }
    return try #require(found)
  }

  func refusal(of action: Action, on id: String) async throws -> SurfaceError? {
    let handle = try await element(id)
    do {
      _ = try await browser.perform(action, on: handle)
      return nil
    } catch { return error }
  }
}
