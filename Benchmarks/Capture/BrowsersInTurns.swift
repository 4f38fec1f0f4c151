import BrowserSurface
import Foundation
import SurfaceTesting

/// A browser that is recorded into a journal, and plain ones at the same page: they take turns, so that what else the
/// machine does meets all of them.
struct BrowsersInTurns {
  let browser: Chromium
  let hand: BrowserHand
  let journal: RecordedJournal
  /// The folder of the recorded browser, by which its processes are told from others.
  let profile: String
  let plain: [(browser: PlainBrowser, hand: BrowserHand)]

  /// Starts them, each with a folder of its own below `root`, and begins to record.
  static func start(
    below root: URL, server: PageServer, executable: String?, plain count: Int
  ) async throws -> BrowsersInTurns {
    let page = "busy.html"
    let address = server.origin + "/" + page
    let profile = root.appending(path: "recorded").path
    var settings = BrowserSettings(
      profile: profile, executable: executable, isHeadless: true, flags: ["--remote-debugging-port=0"],
      address: address)
    settings.origins = [server.origin]
    let browser = try await Chromium.start(settings)
    let hand = try await BrowserHand(profile: profile, page: page)
    var plain: [(browser: PlainBrowser, hand: BrowserHand)] = []
    for number in 0..<count {
      let profile = root.appending(path: "plain-\(number)").path
      let browser = PlainBrowser(executable: executable, profile: profile, address: address)
      plain.append((browser, try await BrowserHand(profile: profile, page: page)))
    }
    let journal = try RecordedJournal(root: root, browser: browser, origin: server.origin)
    try await journal.begin()
    return BrowsersInTurns(browser: browser, hand: hand, journal: journal, profile: profile, plain: plain)
  }

  /// Ends them all and closes the journal; returns how many bytes of it an event takes.
  func end() async throws -> Double {
    await browser.end()
    for (browser, _) in plain { await browser.end() }
    return try await journal.end()
  }
}
