import BrowserSurface
import Foundation
import Guard
import Journal
import Surfaces
import SystemPackage
import Trace
import Watch

/// Records the scripted week as it would record a person: a grant, a browser, the guard, the journal.
struct Week: Sendable {
  var office: Office
  var home: Home
  var address: String

  /// Records until the worker is done.
  func record(_ say: @escaping @Sendable (String) -> Void) async throws -> RecorderStatus {
    let clock = ScriptedClock(Self.monday)
    try grant(at: clock.now())
    let plan = try RecordingPlan(home: home, at: clock.now())
    let profile = home.data.appending(path: "browser").path
    let browser = try await Chromium.start(
      BrowserSettings(
        profile: profile, executable: office.chromium, isHeadless: true, address: address, origins: [address],
        frames: plan.keepsFrames),
      clock: clock)
    let recorder = try plan.recorder(of: [browser], shownBy: browser, clock: clock)
    async let status = recorder.run()
    do {
      try await office.work(
        address: address, profile: profile, truth: office.data.appending("truth.json")
      ) { line in
        if let moment = line.moment { clock.set(moment) }
        if line.kind == .day, let moment = line.moment {
          let day = Date(timeIntervalSince1970: moment.seconds).formatted(.dateTime.weekday(.wide))
          try office.keepEvening(before: moment)
          say("\(day) begins, \(await recorder.status().recorded) events so far")
        }
        if line.kind == .done { say("the worker did \(line.acts ?? 0) acts in \(line.episodes ?? 0) tasks") }
      }
    } catch {
      await browser.end()
      throw error
    }
    await browser.end()
    return try await status
  }

  /// What the worker would agree to: the office's pages, the files of the day, pictures, and nothing else.
  private func grant(at moment: Moment) throws {
    if !Keys.exist(in: home) { try Keys.create(in: home, passphrase: nil) }
    let scope = Scope(
      places: [try PlacePattern(address), try PlacePattern(office.invoices.string)], surfaces: [.browser, .desktop],
      keepsFrames: true, keepsText: true, from: moment)
    let grant = Grant(id: "scripted-week", scope: scope, given: moment)
    try GrantStore(home: home).add(grant)
  }

  /// The morning of Monday, 16 November 2026, on this machine's calendar.
  private static var monday: Moment {
    var components = DateComponents()
    (components.year, components.month, components.day, components.hour) = (2026, 11, 16, 7)
    return Moment(seconds: (Calendar.current.date(from: components) ?? .distantPast).timeIntervalSince1970)
  }
}
