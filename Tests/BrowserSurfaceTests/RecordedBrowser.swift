import BrowserSurface
import Foundation
import SurfaceTesting
import Surfaces
import Trace

@testable import BrowserSurface

/// A browser that is recorded, the pages it shows, and a hand that works in it.
final class RecordedBrowser: Sendable {
  let browser: Chromium
  let server: PageServer
  /// Another origin, that is not granted.
  let stranger: PageServer
  let hand: BrowserHand
  let events: EventLog
  private let profile: TemporaryFolder

  var origin: String { server.origin }
  var profilePath: String { profile.path }

  /// Opens one of the test's pages and records it.
  init(_ page: String = "controls.html", frames: Bool = false) async throws {
    let folder = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? ""
    profile = try TemporaryFolder()
    stranger = try PageServer(folder: folder)
    server = try PageServer(folder: folder, replacements: ["STRANGER": stranger.origin])
    browser = try await Chromium.start(
      BrowserSettings(
        profile: profile.path, isHeadless: true, flags: ["--remote-debugging-port=0"],
        address: "\(server.origin)/\(page)", origins: [server.origin], frames: frames))
    events = EventLog(browser.events())
    hand = try await BrowserHand(profile: profile.path, page: page)
    try await browser.show(.recording)
    try await loaded(hand)
  }

  /// Waits until a page is there with its scripts.
  func loaded(_ hand: BrowserHand) async throws {
    try await until { try await hand.evaluate("document.readyState", as: String.self) == "complete" }
  }

  func end() async { await browser.end() }
}

/// What has been recorded so far.
actor EventLog {
  private(set) var events: [Event] = []

  init(_ stream: AsyncThrowingStream<Event, any Error>) {
    Task {
      for try await event in stream { await add(event) }
    }
  }

  private func add(_ event: Event) { events.append(event) }

  /// Forgets what was recorded so far.
  func clear() { events = [] }

  /// Waits until this many events are there, and a little for one too many; returns them.
  func next(_ count: Int) async throws -> [Event] {
    do { try await until { self.events.count >= count } } catch {
      throw TooFew(wanted: count, events: events.map { $0.summary })
    }
    try await Task.sleep(for: .milliseconds(60))
    defer { events = [] }
    return events
  }
}

struct TooFew: Error {
  var wanted: Int
  var events: [String]
}

extension Event {
  /// What happened and to what, on one line.
  var summary: String {
    let what: String
    switch occurrence {
    case .action(let action): what = "\(action)"
    case .signal(let signal): what = "signal \(signal)"
    }
    return element.map { "\(what) on \($0.role) '\($0.name)'" } ?? what
  }
}
