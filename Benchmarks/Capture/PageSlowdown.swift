import Foundation
import SurfaceTesting

/// How long a page takes to load and to change much, recorded and plain.
struct PageSlowdown {
  var load = Timings()
  var plainLoad = Timings()
  var change = Timings()
  var plainChange = Timings()

  var loadRatio: Double { load.quantile(0.5) / max(plainLoad.quantile(0.5), 1e-9) }
  var changeRatio: Double { change.quantile(0.5) / max(plainChange.quantile(0.5), 1e-9) }

  /// Both in turns, so that what else the machine does meets both.
  static func measure(
    recorded: BrowserHand, plain: BrowserHand, address: String, rounds: Int
  ) async throws -> PageSlowdown {
    var result = PageSlowdown()
    for hand in [recorded, plain] { try await hand.measureMainThread() }
    for round in 0...rounds {
      let (load, change) = try await one(recorded, address)
      let (plainLoad, plainChange) = try await one(plain, address)
      // The first round warms both up.
      guard round > 0 else { continue }
      result.load.add(load)
      result.plainLoad.add(plainLoad)
      result.change.add(change)
      result.plainChange.add(plainChange)
    }
    return result
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
