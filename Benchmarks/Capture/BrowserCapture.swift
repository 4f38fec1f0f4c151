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
  var starts: Int
  var rounds: Int
  var seed: UInt64
  var executable: String?

  func run() async throws {
    let root = URL(filePath: NSTemporaryDirectory()).appending(
      path: "understudy-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: root) }
    let pages = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? "Pages"
    let server = try PageServer(folder: pages, isIsolated: true)

    let slowdown = try await PageSlowdown.measure(
      server: server, below: root, executable: executable, starts: starts, rounds: rounds)
    let browsers = try await BrowsersInTurns.start(below: root, server: server, executable: executable, plain: 1)
    let steady = try await steadyWork(browsers)
    let fast = try await fastWork(browsers)
    try report(slowdown, steady, fast, bytes: try await browsers.end())
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

  private func steadyWork(_ browsers: BrowsersInTurns) async throws -> Steady {
    var result = Steady()
    let (browser, hand, journal, profile) = (browsers.browser, browsers.hand, browsers.journal, browsers.profile)
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
    for plain in browsers.plain { try await plainWork(plain.hand, profile: plain.browser.profile, &result) }
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

  private func fastWork(_ browsers: BrowsersInTurns) async throws -> Fast {
    let (browser, hand, journal) = (browsers.browser, browsers.hand, browsers.journal)
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
    if starts > 0 { tell(slowdown) }
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
    if starts > 0 { add(slowdown, to: &summary) }
    summary["cpu_percent_at_5_per_s"] = (steady.ownProcessor + max(0, steady.processor - steady.plainProcessor))
      .rounded(to: 1)
    summary["mb_per_hour_at_5_per_s"] = (bytes * 5 * 3600 / 1e6).rounded(to: 2)
    summary["latency_ms_p99"] = milli(steady.latency, 0.99)
    summary["latency_ms_p99_at_200_per_s"] = milli(fast.latency, 0.99)
    summary["seed"] = seed
    print(try summary.json)
  }

  private func tell(_ slowdown: PageSlowdown) {
    print(
      """
      The page itself, recorded and plain in turns, \(rounds) times by each of \(starts) browsers (processor time of its \
      main thread):
      """
    )
    for (what, compared) in [("load           ", slowdown.load), ("changing script", slowdown.change)] {
      let said = [compared.recorded, compared.plain, compared.again].map { (compared.mean($0) * 1e3).rounded(to: 1) }
      print("  \(what)     \(said[0]) ms, plain \(said[1]) ms, another plain one \(said[2]) ms")
    }
  }

  private func add(_ slowdown: PageSlowdown, to summary: inout Summary) {
    summary["page_slowdown"] = max(slowdown.load.ratio, slowdown.change.ratio).rounded(to: 3)
    summary["page_slowdown_load"] = slowdown.load.ratio.rounded(to: 3)
    summary["plain_to_plain_load"] = slowdown.load.noise.rounded(to: 3)
    summary["page_slowdown_script"] = slowdown.change.ratio.rounded(to: 3)
    summary["plain_to_plain_script"] = slowdown.change.noise.rounded(to: 3)
  }
}
