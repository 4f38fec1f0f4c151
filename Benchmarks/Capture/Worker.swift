import Foundation
import SurfaceTesting
import Trace

/// Works in a page as a person does: moves there, rests, presses, types.
struct Worker {
  var hand: BrowserHand
  var seed: UInt64

  /// Works for some time; returns how many events there must be.
  func work(for time: Duration, perSecond: Int) async throws -> Int {
    var dice = Dice(seed: seed)
    let start = ContinuousClock.now
    var events = 0
    while ContinuousClock.now - start < time {
      try await Task.sleep(until: start + .milliseconds(1000 / perSecond * events))
      switch events % 5 {
      case 0:
        try await press("#urgent")
        events += 1
      case 1:
        // A click into the field, and the text once the next click takes the focus away.
        try await press("#customer")
        try await hand.type("Order \(Int.random(in: 0..<1000, using: &dice))")
        events += 2
      default:
        try await press("tr:nth-child(\(Int.random(in: 2..<18, using: &dice))) button")
        events += 1
      }
    }
    try await press("#save")
    return events + 1
  }

  /// As fast as a practised person: a tenth of a second from arriving to letting go.
  private func press(_ selector: String) async throws {
    let point = try await hand.center(of: selector)
    try await hand.move(to: point)
    try await Task.sleep(for: .milliseconds(50))
    try await hand.click(at: point, movesFirst: false)
  }
}
