import ArgumentParser
import BrowserSurface
import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Trace

/// How long a step takes, from looking for its element to its verified effect, beside Playwright on the same steps.
struct PerformBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perform",
    abstract: "Performs steps in Chromium, beside Playwright doing the same steps with the same browser.",
    discussion: """
      Both do the same rounds in turn, on a form of thirty-five controls beside a table of a hundred rows. A step is to
      find the element, wait until it can be acted on, act, and see the effect. Understudy looks the element up by all
      that was seen of it, waits until the page has come to rest, and says what followed; Playwright looks it up by
      role and name. The peer's environment is made by Benchmarks/setup.
      """)

  @Option(help: "How many rounds of thirty steps.") var rounds = 20
  @Option(help: "The seed of the steps' values.") var seed: UInt64 = 1
  @Option(help: "The browser.") var browser = "/usr/bin/chromium"
  @Option(help: "The folder of the page.") var pages = "Benchmarks/Perform"
  @Option(help: "The Python of the peers' environment.") var python = ".venv-bench/bin/python"
  @Option(help: "The script that runs the peer.") var peer = "Benchmarks/Perform/playwright_steps.py"
  @Flag(help: "Leave the peer out.") var alone = false

  func run() async throws {
    let server = try PageServer(folder: pages)
    let address = "\(server.origin)/steps.html"
    let hand = try await BenchHand(browser: browser, address: address)
    let playwright =
      alone ? nil : PlaywrightPeer(python: python, script: peer, browser: browser, address: address)
    var own: [BenchStep.Kind: Timings] = [:]
    var other: [BenchStep.Kind: Timings] = [:]
    var all = (own: Timings(), other: Timings())
    var dice = Dice(seed: seed)
    for number in 0...rounds {
      let steps = BenchStep.round(number, &dice)
      let times = try await hand.round(steps)
      let peerTimes = try playwright?.round(steps)
      // The first round warms both up.
      guard number > 0 else { continue }
      for (index, step) in steps.enumerated() {
        own[step.kind, default: Timings()].add(times[index])
        all.own.add(times[index])
        guard let peerTimes, peerTimes.indices.contains(index) else { continue }
        other[step.kind, default: Timings()].add(.seconds(peerTimes[index]))
        all.other.add(.seconds(peerTimes[index]))
      }
    }
    await hand.end()
    playwright?.end()

    func row(_ name: String, _ timings: Timings) -> String {
      func figure(_ share: Double) -> String { "\((timings.quantile(share) * 1_000).rounded(to: 1)) ms" }
      return "  \(name): median \(figure(0.5)), p99 \(figure(0.99)) (\(timings.seconds.count))"
    }
    print("Understudy")
    for kind in BenchStep.Kind.allCases { print(row(kind.rawValue, own[kind] ?? Timings())) }
    print(row("all", all.own))
    print(playwright == nil ? "Playwright: missing (Benchmarks/setup installs it)" : "Playwright")
    if playwright != nil {
      for kind in BenchStep.Kind.allCases { print(row(kind.rawValue, other[kind] ?? Timings())) }
      print(row("all", all.other))
    }
    var summary = Summary()
    summary["seed"] = seed
    summary["steps"] = all.own.seconds.count
    summary["step_ms_median"] = (all.own.quantile(0.5) * 1_000).rounded(to: 2)
    summary["step_ms_p99"] = (all.own.quantile(0.99) * 1_000).rounded(to: 2)
    summary["peer"] = playwright == nil ? "missing" : "playwright"
    if playwright != nil {
      summary["peer_step_ms_median"] = (all.other.quantile(0.5) * 1_000).rounded(to: 2)
      summary["peer_step_ms_p99"] = (all.other.quantile(0.99) * 1_000).rounded(to: 2)
    }
    print(try summary.json)
  }
}
