import Foundation
import SurfaceTesting

/// How long a page takes to load and to change much, recorded and plain.
///
/// Of two browsers that are started alike, one is up to a tenth slower than the other for as long as both live: with one
/// of each, that would be most of what is seen. So fresh ones are started again and again, two plain ones beside each that
/// is recorded, and the means of their medians compared. How far the plain ones are from each other says how
/// far the figure can be trusted.
struct PageSlowdown {
  var load = Compared()
  var change = Compared()

  /// The median of each browser that was started.
  struct Compared {
    var recorded: [Double] = []
    var plain: [Double] = []
    var again: [Double] = []

    /// How many times as long it takes where it is recorded.
    var ratio: Double { mean(recorded) / max(mean(plain + again), 1e-9) }
    /// The same of one plain browser to the other.
    var noise: Double { mean(again) / max(mean(plain), 1e-9) }

    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
  }

  /// - Parameters:
  ///   - starts: how many times the browsers are started.
  ///   - rounds: how many times each of them loads and changes the page.
  static func measure(
    server: PageServer, below root: URL, executable: String?, starts: Int, rounds: Int
  ) async throws -> PageSlowdown {
    var result = PageSlowdown()
    let address = server.origin + "/busy.html"
    for start in 0..<starts {
      let browsers = try await BrowsersInTurns.start(
        below: root.appending(path: "start-\(start)"), server: server, executable: executable, plain: 2)
      do {
        try await result.add(browsers, address, rounds: rounds)
      } catch {
        _ = try? await browsers.end()
        throw error
      }
      _ = try await browsers.end()
    }
    return result
  }

  /// Lets the browsers of one start load and change the page in turns.
  private mutating func add(_ browsers: BrowsersInTurns, _ address: String, rounds: Int) async throws {
    let hands = [browsers.hand] + browsers.plain.map(\.hand)
    for hand in hands { try await hand.measureMainThread() }
    var load = [Timings](repeating: Timings(), count: hands.count)
    var change = load
    for round in 0...rounds {
      for turn in hands.indices {
        // Each is first, second and last in turns.
        let place = (turn + round) % hands.count
        let took = try await Self.one(hands[place], address)
        // The first round warms all of them up.
        guard round > 0 else { continue }
        load[place].add(took.load)
        change[place].add(took.change)
      }
    }
    self.load.add(load)
    self.change.add(change)
  }

  private static func one(_ hand: BrowserHand, _ address: String) async throws -> (load: Duration, change: Duration) {
    try await hand.navigate(to: "about:blank")
    let start = try await hand.mainThreadTime()
    try await hand.navigate(to: address)
    while try await hand.evaluate("document.readyState === 'complete' && typeof mutate === 'function'", as: Bool.self)
      == false
    {
      try await Task.sleep(for: .milliseconds(10))
    }
    let _: Bool = try await hand.evaluate(
      "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true), 50)))")
    let loaded = try await hand.mainThreadTime()
    let _: Double = try await hand.evaluate("mutate()")
    let changed = try await hand.mainThreadTime()
    return (loaded - start, changed - loaded)
  }
}

extension PageSlowdown.Compared {
  /// What one start has shown: of the recorded browser, and of two plain ones.
  fileprivate mutating func add(_ timings: [Timings]) {
    recorded.append(timings[0].quantile(0.5))
    plain.append(timings[1].quantile(0.5))
    again.append(timings[2].quantile(0.5))
  }
}
