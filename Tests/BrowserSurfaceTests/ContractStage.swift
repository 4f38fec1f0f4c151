import BrowserSurface
import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Trace

/// A browser of its own with the contract's page in it, recorded, and a hand that works there.
final class ContractStage: Sendable {
  let browser: Chromium
  let server: PageServer
  let stranger: PageServer
  let hand: BrowserHand
  let events: EventLog
  private let profile: TemporaryFolder

  /// `sharing` the servers of another stage: the same pages at the same addresses.
  init(sharing other: ContractStage? = nil, patience: Duration = .seconds(3), page: String = "contract.html")
    async throws
  {
    let folder = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? ""
    stranger = try other?.stranger ?? PageServer(folder: folder)
    server = try other?.server ?? PageServer(folder: folder, replacements: ["STRANGER": stranger.origin])
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

  var address: String { "\(server.origin)/contract.html" }

  /// Shows the page anew.
  func open() async throws {
    _ = try await browser.perform(.navigate(address, cause: .typed), on: nil)
  }

  /// Lets the hand do what a case says, on the page as it is at first; returns what was recorded of it.
  func record(_ test: ContractCase<BrowserHand>) async throws -> [Event] {
    try await hand.navigate(to: address)
    try await loaded()
    try await until { await self.quiet() }
    await events.clear()
    try await test.work(hand)
    try await until(.seconds(3)) { await self.events.events.contains { $0.action?.verb == test.expected.last } }
    try await until { await self.quiet() }
    return await events.events.filter { $0.agent == .person }
  }

  /// Whether nothing more is recorded for a while.
  private func quiet() async -> Bool {
    let count = await events.events.count
    try? await Task.sleep(for: .milliseconds(150))
    return await events.events.count == count
  }

  var replay: Replay {
    Replay(surface: browser, files: ["hostname": Self.attachment]) { recorded, candidates in
      Locator(examples: [recorded]).locate(in: candidates).index
    }
  }

  /// What was left behind in the page.
  func remains() async throws -> String {
    try await loaded()
    return try await hand.evaluate("remains()")
  }

  /// Waits until the page is there. One that is on its way out answers nothing.
  private func loaded() async throws {
    try await until { (try? await self.hand.evaluate("document.readyState", as: String.self)) == "complete" }
  }

  func end() async { await browser.end() }
}
