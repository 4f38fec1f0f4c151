public import Foundation
public import Guard
public import Journal
public import Surfaces
public import Trace

/// What the grants of a home let be recorded now, and the recorder that keeps to it.
///
/// ```swift
/// let plan = try RecordingPlan(home: home, at: clock.now())
/// let browser = try await Chromium.start(…)  // told the same scopes
/// let recorder = try plan.recorder(of: [browser], shownBy: browser, clock: clock)
/// try await recorder.run()
/// ```
public struct RecordingPlan: Sendable {
  public let home: Home
  /// What lets something be recorded; never empty.
  public let grants: [Grant]

  /// One scope a grant.
  public var scopes: [Scope] { grants.map(\.scope) }

  /// Throws `RecordingError.nothingGranted` where no grant holds at `moment`.
  public init(home: Home, at moment: Moment) throws {
    let grants = try GrantStore(home: home).grants().filter { $0.allows(.record, at: moment) }
    guard !grants.isEmpty else { throw RecordingError.nothingGranted }
    self.home = home
    self.grants = grants
  }

  /// Whether a grant lets pictures be kept.
  public var keepsFrames: Bool { scopes.contains(where: \.keepsFrames) }

  /// The pages that are granted, as they were written.
  public var pages: [String] {
    scopes.flatMap(\.places).map(\.description).filter { !$0.hasPrefix("/") && !$0.hasPrefix("app:") }
  }

  /// The applications whose windows are granted.
  public var applications: [String] { scopes.flatMap(\.applications) }

  /// Whether pages are to be watched; a plan of files alone is carried out in a browser, too.
  public var watchesBrowser: Bool { !pages.isEmpty || applications.isEmpty }

  /// Whether the windows of applications are to be watched.
  public var watchesDesktop: Bool { !applications.isEmpty }

  /// The files and folders that are granted.
  public var files: [URL] {
    scopes.flatMap(\.places).map(\.description).filter { $0.hasPrefix("/") }.map { URL(filePath: $0) }
  }

  /// A recorder for a new session, and the ledger's entry of its start.
  public func recorder(
    of surfaces: [any Surface], shownBy indicator: any Indicator, clock: any WallClock
  ) throws -> Recorder {
    let began = clock.now()
    let rules = try home.ownRules()
    let keys = try Keys.recorder(in: home)
    let session = Self.sessionName(at: began)
    let writer = try JournalWriter(home: home, keys: keys, session: session, at: began)
    home.reserveSpaceForErasing()
    try Ledger(home: home).noteBrokenOff(at: began)
    try Ledger(home: home).append(LedgerEntry(.recordingStarted, at: began, subjects: [session]))
    let sanitizer = Sanitizer(scopes: scopes, pseudonyms: Pseudonyms(key: keys.pseudonymKey), rules: rules)
    return Recorder(
      surfaces: surfaces, session: session, grants: grants.map(\.id), sanitizer: sanitizer, writer: writer,
      indicator: indicator, clock: clock,
      tables: files.isEmpty ? nil : TableWatch(places: files, clock: clock), ledger: Ledger(home: home))
  }
}

extension RecordingPlan {
  /// A session's name, which sorts by when the session began (`20261124T090000Z-1f3a90`).
  private static func sessionName(at moment: Moment) -> String {
    let format = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
    let ending = String(UInt32.random(in: 0x10_0000..<0x100_0000), radix: 16)
    return Date(timeIntervalSince1970: moment.seconds).formatted(format) + "-" + ending
  }
}
