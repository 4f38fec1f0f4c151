import Foundation
import GRDB
public import Trace

/// Erases sessions once they are older than the person wants to keep them.
///
/// ```swift
/// switch try await Retention(home: home, days: 90).apply(at: now, with: key) { … }
/// ```
///
/// A clock that jumps forward erases nothing: where more than a day has passed since it was looked at last, and the
/// machine has not been up for all of that, it waits for the person to confirm.
public struct Retention: Sendable {
  public enum Outcome: Sendable, Hashable {
    /// Nothing is old enough.
    case nothing
    case erased(Erasure)
    /// So many sessions are old enough, if the clock is right: it is this many days later than it was.
    case held(sessions: Int, jump: Int)
  }

  private static let day: Int64 = 24 * 3_600 * 1_000_000

  private let home: Home
  private let days: Int

  /// - Parameter days: how long what was recorded is kept, from a session's last event on.
  public init(home: Home, days: Int) {
    self.home = home
    self.days = days
  }

  /// Erases what is too old.
  ///
  /// - Parameters:
  ///   - key: without it the person's key is not replaced.
  ///   - isConfirmed: whether the person has said that the clock is right.
  public func apply(
    at moment: Moment, with key: PersonKey?, isConfirmed: Bool = false, uptime: Uptime = .now
  ) async throws(JournalError) -> Outcome {
    let expired = try expired(at: moment)
    let sighting = ClockSighting(moment: moment, uptime: uptime)
    let earlier = try ClockSighting.last(in: home)
    let jump = earlier.map { sighting.unexplained(since: $0) } ?? 0
    if jump > Retention.day, !isConfirmed, !expired.isEmpty {
      return .held(sessions: expired.count, jump: Int(jump / Retention.day))
    }
    try sighting.write(to: home)
    guard !expired.isEmpty else { return .nothing }
    let eraser = try Eraser(home: home, key: key)
    return .erased(try await eraser.erase(ErasureSelection(sessions: expired), at: moment))
  }

  /// Sessions whose last event is too old; none that is being recorded.
  private func expired(at moment: Moment) throws(JournalError) -> Set<String> {
    guard FileManager.default.fileExists(atPath: home.journal.path) else { return [] }
    let limit = Moment(microseconds: moment.microseconds - Int64(days) * Retention.day).hour
    do {
      let database = try Schema.openToRead(home)
      let names = try database.read { database in
        try StoredSession.all(in: database).filter { session in
          let last = try Int64.fetchOne(
            database, sql: "SELECT max(hour) FROM event WHERE position >= ? AND position < ?",
            arguments: [session.positions.lowerBound, session.positions.upperBound])
          return max(last ?? session.hour, session.hour) < limit
        }.map(\.name)
      }
      return Set(try names.filter { try !SessionLock.isHeld($0, in: home) })
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }
}

/// How long the machine has been up, which no change of the clock touches.
public struct Uptime: Sendable, Codable, Hashable {
  /// Names the start of the machine.
  public var boot: String
  /// Microseconds since then, sleep included.
  public var microseconds: Int64

  public init(boot: String, microseconds: Int64) {
    self.boot = boot
    self.microseconds = microseconds
  }

  public static var now: Uptime {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    let boot = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
    return Uptime(
      boot: String(decoding: boot, as: UTF8.self),
      microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
  }
}

/// What the clock said when it was looked at.
struct ClockSighting: Codable {
  var moment: Moment
  var uptime: Uptime

  private static func file(in home: Home) -> URL { home.state.appending(path: "clock.json") }

  static func last(in home: Home) throws(JournalError) -> ClockSighting? {
    guard let bytes = FileManager.default.contents(atPath: file(in: home).path) else { return nil }
    // One that cannot be read is as good as none that can be trusted: any jump is one.
    do {
      return try JSONDecoder().decode(ClockSighting.self, from: bytes)
    } catch {
      return ClockSighting(moment: Moment(microseconds: 0), uptime: Uptime(boot: "", microseconds: 0))
    }
  }

  func write(to home: Home) throws(JournalError) {
    let file = ClockSighting.file(in: home)
    let bytes: Data
    do { bytes = try JSONEncoder().encode(self) } catch { throw JournalError(error, at: file) }
    try Folder.create(home.state)
    try Folder.write(bytes, to: file)
  }

  /// By how many microseconds the clock went on that the machine was not up for.
  func unexplained(since earlier: ClockSighting) -> Int64 {
    let passed = moment.microseconds - earlier.moment.microseconds
    guard uptime.boot == earlier.uptime.boot else { return passed }
    return passed - (uptime.microseconds - earlier.uptime.microseconds)
  }
}
