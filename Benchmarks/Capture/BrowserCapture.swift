import BrowserSurface
import Foundation
import Guard
import Journal
import SurfaceTesting
import Surfaces
import Trace
import Watch

/// Work in a real browser, recorded through the guard into a journal, beside the same work in a plain one.
struct BrowserCapture {
  var seconds: Int
  var burst: Int
  var rounds: Int
  var seed: UInt64
  var executable: String?

  func run() async throws {
    let root = URL(filePath: NSTemporaryDirectory()).appending(
      path: "understudy-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: root) }
    let pages = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? "Pages"
    let server = try PageServer(folder: pages, isIsolated: true)
    let address = server.origin + "/busy.html"
    let profile = root.appending(path: "recorded").path

    var settings = BrowserSettings(
      profile: profile, executable: executable, isHeadless: true, flags: ["--remote-debugging-port=0"],
      address: address)
    settings.origins = [server.origin]
    let browser = try await Chromium.start(settings)
    let hand = try await BrowserHand(profile: profile, page: "busy.html")
    let plain = PlainBrowser(executable: executable, profile: root.appending(path: "plain").path, address: address)
    let plainHand = try await BrowserHand(profile: plain.profile, page: "busy.html")

    let journal = try RecordedJournal(root: root, browser: browser, origin: server.origin)
    try await journal.begin()
    let slowdown = try await PageSlowdown.measure(recorded: hand, plain: plainHand, address: address, rounds: rounds)
    let steady = try await steadyWork(browser, hand, plainHand, journal, profile: profile, plainProfile: plain.profile)
    let fast = try await fastWork(browser, hand, journal)
    await browser.end()
    await plain.end()
    try report(slowdown, steady, fast, bytes: try await journal.end())
  }

  // MARK: - Five events a second

  struct Steady {
    var events = 0
    var expected = 0
    var costs = Timings()
    var noise = Timings()
    /// The same clicks in the plain page, reported by the least that can.
    var least = Timings()
    var processor = 0.0
    var plainProcessor = 0.0
    var ownProcessor = 0.0
    var latency = Timings()
  }

  private func steadyWork(
    _ browser: Chromium, _ hand: BrowserHand, _ plainHand: BrowserHand, _ journal: RecordedJournal,
    profile: String, plainProfile: String
  ) async throws -> Steady {
    var result = Steady()
    let _: Bool = try await hand.evaluate("beginChanging() ?? true")
    let costsBefore = await browser.costOfRecording().reports
    let own = ProcessTime.own
    let recorded = ProcessTime.all(naming: profile)
    let start = ContinuousClock.now
    await journal.mark()
    result.expected = try await Worker(hand: hand, seed: seed).work(for: .seconds(seconds), perSecond: 5)
    let elapsed = (ContinuousClock.now - start).seconds
    result.ownProcessor = (ProcessTime.own - own) / elapsed * 100
    result.processor = (ProcessTime.all(naming: profile) - recorded) / elapsed * 100
    try await journal.settle()
    result.latency = await journal.latency
    result.events = await journal.countSinceMark
    for cost in await browser.costOfRecording().latest.dropFirst(costsBefore) { result.costs.add(cost) }
    for _ in 0..<1_000 {
      let spun: Double = try await hand.evaluate("spin(100)")
      result.noise.add(.microseconds(Int64(spun)))
    }
    let _: Bool = try await hand.evaluate("endChanging() ?? true")
    try await plainWork(plainHand, profile: plainProfile, &result)
    return result
  }

  /// The same hand movements in the plain page, once the recorded one rests: a person works in one browser, and two would
  /// take the processor from each other.
  private func plainWork(_ hand: BrowserHand, profile: String, _ result: inout Steady) async throws {
    let _: Bool = try await hand.evaluate("beginChanging() ?? true")
    try await hand.bind("takeOut")
    let _: Bool = try await hand.evaluate("listenLeast() ?? true")
    let before = ProcessTime.all(naming: profile)
    let start = ContinuousClock.now
    _ = try await Worker(hand: hand, seed: seed).work(for: .seconds(seconds), perSecond: 5)
    result.plainProcessor =
      (ProcessTime.all(naming: profile) - before) / (ContinuousClock.now - start).seconds * 100
    for cost in try await hand.evaluate("leastCosts", as: [Double].self) {
      result.least.add(.microseconds(Int64(cost)))
    }
    let _: Bool = try await hand.evaluate("endChanging() ?? true")
  }

  // MARK: - Two hundred events a second

  struct Fast {
    var sent = 0
    var recorded = 0
    var latency = Timings()
    /// What an event cost in the page, which does nothing else between two of them.
    var costs = Timings()
  }

  private func fastWork(_ browser: Chromium, _ hand: BrowserHand, _ journal: RecordedJournal) async throws -> Fast {
    await journal.mark()
    var result = Fast(sent: burst)
    let point = try await hand.center(of: "#save")
    let costsBefore = await browser.costOfRecording().reports
    let start = ContinuousClock.now
    for number in 0..<burst {
      try await Task.sleep(until: start + .milliseconds(5 * number))
      // Two places in turn, so that no two clicks are one double click.
      try await hand.click(at: Point(x: point.x + Double(number % 2) * 8 - 4, y: point.y), movesFirst: false)
    }
    try await journal.settle()
    for cost in await browser.costOfRecording().latest.dropFirst(costsBefore) { result.costs.add(cost) }
    result.recorded = await journal.countSinceMark
    result.latency = await journal.latency
    return result
  }

  // MARK: - Figures

  private func report(_ slowdown: PageSlowdown, _ steady: Steady, _ fast: Fast, bytes: Double) throws {
    let micro = { (timings: Timings, share: Double) in (timings.quantile(share) * 1e6).rounded(to: 0) }
    let milli = { (timings: Timings, share: Double) in (timings.quantile(share) * 1e3).rounded(to: 1) }
    print("A page of 5,000 nodes that changes ten times a second; five events a second for \(seconds) s:")
    print("  events              \(steady.events) recorded of \(steady.expected) done")
    print("  in the page         median \(micro(steady.costs, 0.5)) µs, p99 \(micro(steady.costs, 0.99)) µs an event")
    print(
      "  (the least listener median \(micro(steady.least, 0.5)) µs, p99 \(micro(steady.least, 0.99)) µs in the plain page)"
    )
    print(
      "  (a spin of 100 µs   median \(micro(steady.noise, 0.5)) µs, p99 \(micro(steady.noise, 0.99)) µs in the same page)"
    )
    print("  to the journal      median \(milli(steady.latency, 0.5)) ms, p99 \(milli(steady.latency, 0.99)) ms")
    print("  processor           recorder \(steady.ownProcessor.rounded(to: 1)) %, with the hands' own share")
    print(
      "                      browser \(steady.processor.rounded(to: 1)) % recorded, \(steady.plainProcessor.rounded(to: 1)) % plain"
    )
    print("Two hundred events a second, \(fast.sent) in all:")
    print("  recorded            \(fast.recorded)")
    print("  in the page         median \(micro(fast.costs, 0.5)) µs, p99 \(micro(fast.costs, 0.99)) µs an event")
    print("  to the journal      median \(milli(fast.latency, 0.5)) ms, p99 \(milli(fast.latency, 0.99)) ms")
    print("The page itself, recorded and plain in turns, median of \(rounds) (processor time of its main thread):")
    print("  load                \(milli(slowdown.load, 0.5)) ms, plain \(milli(slowdown.plainLoad, 0.5)) ms")
    print("  changing script     \(milli(slowdown.change, 0.5)) ms, plain \(milli(slowdown.plainChange, 0.5)) ms")
    var summary = Summary()
    summary["surface"] = "browser"
    summary["events"] = steady.events + fast.recorded
    summary["lost"] = steady.expected - steady.events + fast.sent - fast.recorded
    summary["page_us_per_event_median"] = micro(steady.costs, 0.5)
    summary["page_us_per_event_p99"] = micro(steady.costs, 0.99)
    summary["page_us_per_event_median_at_200_per_s"] = micro(fast.costs, 0.5)
    summary["page_us_per_event_p99_at_200_per_s"] = micro(fast.costs, 0.99)
    summary["least_listener_us_median"] = micro(steady.least, 0.5)
    summary["least_listener_us_p99"] = micro(steady.least, 0.99)
    summary["spin_100_us_p99"] = micro(steady.noise, 0.99)
    summary["page_slowdown"] = max(slowdown.loadRatio, slowdown.changeRatio).rounded(to: 3)
    summary["page_slowdown_load"] = slowdown.loadRatio.rounded(to: 3)
    summary["page_slowdown_script"] = slowdown.changeRatio.rounded(to: 3)
    summary["cpu_percent_at_5_per_s"] = (steady.ownProcessor + max(0, steady.processor - steady.plainProcessor))
      .rounded(to: 1)
    summary["mb_per_hour_at_5_per_s"] = (bytes * 5 * 3600 / 1e6).rounded(to: 2)
    summary["latency_ms_p99"] = milli(steady.latency, 0.99)
    summary["latency_ms_p99_at_200_per_s"] = milli(fast.latency, 0.99)
    summary["seed"] = seed
    print(try summary.json)
  }
}
