import Foundation
public import Trace

/// Erases what is older than the person wants to keep it: sessions, and what was made of them for a purpose.
///
/// ```swift
/// switch try await Retention(home: home, days: 90).apply(at: now, with: key) { … }
/// ```
///
/// How long that is, each grant says for each of its purposes, and the rules for everything. Where several grants let a
/// session be recorded, the shortest time holds: which event is under which grant cannot be told without reading it.
///
/// A clock that jumps forward erases nothing: where more than a day has passed since it was looked at last, and the
/// machine has not been up for all of that, it waits for the person to confirm.
public struct Retention: Sendable {
  public enum Outcome: Sendable, Hashable {
    /// Nothing is old enough.
    case nothing
    case erased(Erasure)
    /// So many sessions, and things made of sessions, are old enough, if the clock is right: it is this many days later
    /// than it was.
    case held(sessions: Int, jump: Int)
  }

  private let home: Home
  private let days: Int?

  /// - Parameter days: how long anything is kept at most, from a session's last event on; nil for what the grants say.
  public init(home: Home, days: Int? = nil) {
    self.home = home
    self.days = days
  }

  /// Whether anything is to be erased by itself at all.
  public func isSet() throws(JournalError) -> Bool {
    if days != nil { return true }
    return try GrantStore(home: home).grants().contains { !$0.kept.isEmpty }
  }

  /// Erases what is too old.
  ///
  /// - Parameters:
  ///   - key: without it the person's key is not replaced.
  ///   - isConfirmed: whether the person has said that the clock is right.
  public func apply(
    at moment: Moment, with key: PersonKey?, isConfirmed: Bool = false, uptime: Uptime = .now
  ) async throws(JournalError) -> Outcome {
    let (sessions, items, releases) = try expired(at: moment)
    let count = sessions.count + items.count + releases.count
    let sighting = ClockSighting(moment: moment, uptime: uptime)
    let earlier = try ClockSighting.last(in: home)
    let jump = earlier.map { sighting.unexplained(since: $0) } ?? 0
    if jump > Moment.day, !isConfirmed, count > 0 {
      return .held(sessions: count, jump: Int(jump / Moment.day))
    }
    try sighting.write(to: home)
    guard count > 0 else { return .nothing }
    let ids = Set(releases.map(\.id))
    _ = try ReleaseStore(home: home).withdraw(because: "kept for its time", at: moment) { ids.contains($0.id) }
    let eraser = try Eraser(home: home, key: key)
    return .erased(try await eraser.erase(ErasureSelection(sessions: sessions), discarding: items, at: moment))
  }

  /// Sessions whose last event is too old, none that is being recorded; what was made of sessions that are too old for
  /// its purpose; what was released of such.
  private func expired(
    at moment: Moment
  ) throws(JournalError) -> (sessions: Set<String>, items: [DerivedStore.Item], releases: [Release]) {
    let spans = try StoredSession.spans(in: home)
    let grants = try GrantStore(home: home).grants()
    func isExpired(_ session: String, for purpose: Purpose) -> Bool {
      guard let span = spans[session] else { return false }
      let limits = [grants.days(for: purpose, recordedIn: span), days].compactMap { $0 }
      return limits.min().map {
        span.upperBound < Moment(microseconds: moment.microseconds - Int64($0) * Moment.day).hour
      } ?? false
    }
    var sessions: Set<String> = []
    for name in spans.keys where isExpired(name, for: .record) {
      if try !SessionLock.isHeld(name, in: home) { sessions.insert(name) }
    }
    let items = try DerivedStore(home: home).items().filter { item in
      item.kind.purposes.contains { purpose in item.sessions.contains { isExpired($0, for: purpose) } }
    }
    let releases = try ReleaseStore(home: home).releases().filter { release in
      release.withdrawn == nil
        && release.sessions.contains { isExpired($0, for: .release(to: release.recipient)) }
    }
    return (sessions, items, releases)
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
