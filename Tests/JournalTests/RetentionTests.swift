import Foundation
import Guard
import Testing
import Trace

@testable import Journal

@Suite("What is older than the person wants to keep it is erased by itself")
struct RetentionTests {
  private static let day = 86_400.0

  private func home() async throws -> TemporaryHome {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker(session: "old")
    let old = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: "old", at: monday)
    try await old.append([tracker.sanitized(0)])
    await old.end()
    let later = Moment(seconds: monday.seconds + 20 * Self.day)
    let new = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: "new", at: later)
    var event = try Tracker(session: "new").event(0, after: 20 * Self.day)
    event.place.title = "later"
    var other = try Tracker(session: "new")
    let sanitized = other.sanitizer.sanitize(event)
    try await new.append([#require(sanitized)])
    await new.end()
    return temporary
  }

  private func moment(_ days: Double) -> Moment { Moment(seconds: monday.seconds + days * Self.day) }

  private func uptime(_ days: Double, boot: String = "a") -> Uptime {
    Uptime(boot: boot, microseconds: Int64(days * Self.day * 1_000_000))
  }

  private func left(_ home: Home) async throws -> [String] {
    try await JournalReader(home: home, key: Keys.unlock(in: home)).sessions().map(\.name)
  }

  @Test("A session goes when its last event is too old, not before")
  func expiry() async throws {
    let temporary = try await home()
    let retention = Retention(home: temporary.home, days: 30)
    let key = try Keys.unlock(in: temporary.home)
    #expect(try await retention.apply(at: moment(29.5), with: key, uptime: uptime(29.5)) == .nothing)
    let outcome = try await retention.apply(at: moment(30.5), with: key, uptime: uptime(30.5))
    guard case .erased(let erasure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(erasure.receipt.sessions == ["old"])
    #expect(try await left(temporary.home) == ["new"])
    #expect(try Ledger(home: temporary.home).entries().last?.kind == .erased)
  }

  @Test("A clock that jumps forward erases nothing until the person confirms it, in the same start or another")
  func jump() async throws {
    for boot in ["a", "b"] {
      let temporary = try await home()
      let retention = Retention(home: temporary.home, days: 30)
      #expect(try await retention.apply(at: moment(21), with: nil, uptime: uptime(21)) == .nothing)
      for _ in 0..<3 {
        let held = try await retention.apply(at: moment(3_000), with: nil, uptime: uptime(21.1, boot: boot))
        guard case .held(2, let days) = held else {
          Issue.record("\(held)")
          return
        }
        #expect(days > 2_900)
      }
      #expect(try await left(temporary.home) == ["old", "new"])
      let confirmed = try await retention.apply(
        at: moment(3_000), with: nil, isConfirmed: true, uptime: uptime(21.2, boot: boot))
      guard case .erased = confirmed else {
        Issue.record("\(confirmed)")
        return
      }
      #expect(try await left(temporary.home) == [])
    }
  }

  @Test("A clock that was set back erases nothing, and days that the machine was up for are no jump")
  func back() async throws {
    let temporary = try await home()
    let retention = Retention(home: temporary.home, days: 30)
    #expect(try await retention.apply(at: moment(21), with: nil, uptime: uptime(21)) == .nothing)
    #expect(try await retention.apply(at: moment(-400), with: nil, uptime: uptime(21)) == .nothing)
    #expect(try await retention.apply(at: moment(21), with: nil, uptime: uptime(21)) == .nothing)
    let outcome = try await retention.apply(at: moment(31), with: nil, uptime: uptime(31))
    guard case .erased = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try await left(temporary.home) == ["new"])
  }
}
