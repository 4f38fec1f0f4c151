import BrowserSurface
import Foundation
import Guard
import Journal
import SurfaceTesting
import Surfaces
import Trace
import Watch

/// Work in a browser, recorded with pictures into a sealed journal, as `record` does: what that costs.
struct BrowserCost {
  var seconds: Int
  var seed: UInt64
  /// Whether the page changes all the time, ten times a second.
  var isChanging: Bool
  var executable: String?

  func run() async throws {
    RecorderMemory.giveBackLargeBuffers()
    let root = URL(filePath: NSTemporaryDirectory()).appending(
      path: "understudy-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: root) }
    let pages = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? "Pages"
    let server = try PageServer(folder: pages, isIsolated: true)
    let address = server.origin + "/busy.html"

    let home = Home(directory: root.appending(path: "home").path)
    try Keys.create(in: home, passphrase: nil)
    let now = SystemClock().now()
    let scope = Scope(
      places: [try PlacePattern(server.origin)], surfaces: [.browser], keepsFrames: true, keepsText: true, from: now)
    try GrantStore(home: home).add(Grant(id: "bench", scope: scope, given: now))
    let plan = try RecordingPlan(home: home, at: now)
    home.reserveSpaceForErasing()

    let plain = PlainBrowser(executable: executable, profile: root.appending(path: "plain").path, address: address)
    let plainHand = try await BrowserHand(profile: plain.profile, page: "busy.html")
    let hands = try await work(of: plainHand, browser: plain.profile, for: min(seconds, 60))
    await plain.end()

    let before = Footprint.disk(below: home.data)
    var cost = try await record(address, of: server.origin, plan, profile: root.appending(path: "recorded").path)
    // The hands work in this process, too: what they take alone is not the recorder's.
    cost.processor -= hands.processor
    cost.measureDisk(of: home.data, frames: home.frames, since: before)
    let frames = try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events.compactMap(\.frame?.id)
    (cost.pictured, cost.pictures) = (frames.count, Set(frames).count)
    print(
      "The hands alone take \(hands.processor.rounded(to: 2)) % of a core, the browser \(hands.applications.rounded(to: 1)) %."
    )
    let page = "a page of 5,000 nodes" + (isChanging ? " that changes ten times a second" : "")
    cost.report("Work in " + page, by: "elements and pictures")
  }

  /// Records until the hand has done its work, and closes the journal.
  private func record(
    _ address: String, of origin: String, _ plan: RecordingPlan, profile: String
  ) async throws -> RecordingCost {
    var settings = BrowserSettings(
      profile: profile, executable: executable, isHeadless: true, flags: ["--remote-debugging-port=0"],
      address: address)
    settings.origins = [origin]
    settings.frames = true
    let browser = try await Chromium.start(settings)
    let hand = try await BrowserHand(profile: profile, page: "busy.html")
    let recorder = try plan.recorder(of: [browser], shownBy: browser, clock: SystemClock())
    async let recording = recorder.run()
    var cost = try await work(of: hand, browser: profile, for: seconds)
    await browser.end()
    cost.recorded = try await recording.recorded
    return cost
  }

  /// Works in the page; what this process and the browser took meanwhile.
  private func work(of hand: BrowserHand, browser: String, for seconds: Int) async throws -> RecordingCost {
    var cost = RecordingCost(surface: "browser", seed: seed)
    let end = ContinuousClock.now + .seconds(30)
    // A page that is still loading has no script to call.
    while ContinuousClock.now < end, (try? await hand.evaluate("document.readyState === 'complete'")) != true {
      try await Task.sleep(for: .milliseconds(100))
    }
    if isChanging { let _: Bool = try await hand.evaluate("beginChanging() ?? true") }
    try await Task.sleep(for: .seconds(3))
    let own = ProcessTime.own
    let applications = ProcessTime.all(naming: browser)
    let start = ContinuousClock.now
    cost.actions = try await Worker(hand: hand, seed: seed).work(for: .seconds(seconds), perSecond: 5)
    cost.memory = Double(Footprint.memory("VmHWM")) / 1e6
    cost.seconds = (ContinuousClock.now - start).seconds
    cost.processor = (ProcessTime.own - own) / cost.seconds * 100
    cost.applications = (ProcessTime.all(naming: browser) - applications) / cost.seconds * 100
    return cost
  }
}
