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

  /// The folder of this target's own pages.
  static let pages = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? "Pages"

  var origin: String { server.origin }
  var profilePath: String { profile.path }

  /// Opens a page and records it. `replacements` are words in pages that stand for origins; `sharing` the servers of
  /// another one, the same pages are at the same addresses.
  init(
    _ page: String = "contract.html", folder: String = BrowserContract.pages, replacements: [String: String] = [:],
    alsoGranted: Set<String> = [], frames: Bool = false, sharing other: RecordedBrowser? = nil
  ) async throws {
    profile = try TemporaryFolder()
    let stranger = try other?.stranger ?? PageServer(folder: folder)
    self.stranger = stranger
    server =
      try other?.server
      ?? PageServer(folder: folder, replacements: replacements.merging(["STRANGER": stranger.origin]) { $1 })
    browser = try await Chromium.start(
      BrowserSettings(
        profile: profile.path, isHeadless: true, flags: ["--remote-debugging-port=0"],
        address: "\(server.origin)/\(page)", origins: alsoGranted.union([server.origin]), frames: frames))
    events = EventLog(browser.events())
    hand = try await BrowserHand(profile: profile.path, page: page)
    try await browser.show(.recording)
    try await hand.arrive(at: page)
    _ = try await events.settle()
  }

  /// Opens a page anew and forgets what was recorded until it was there.
  func begin(_ page: String) async throws {
    // A tab behind another one does not scroll, and is not the one that is acted on.
    try await hand.closeOthers()
    try await until { await self.browser.pages.tabs.count == 1 }
    try await hand.navigate(to: "about:blank")
    try await hand.arrive(at: "about:blank")
    try await hand.navigate(to: "\(origin)/\(page)")
    try await hand.arrive(at: page)
    _ = try await events.settle()
  }

  /// What was left behind in the page that is open.
  func state() async throws -> String { try await hand.evaluate(BrowserContract.state) }

  /// Whether the page in front shows its indicator, as the scripts' own world sees it.
  func indicatorIsShown() async throws -> Bool {
    struct Evaluated: Decodable {
      struct Value: Decodable { var value: Bool? }
      var result: Value
    }
    guard let tab = await browser.pages.activeTab, let frame = await browser.pages.frames[tab.mainFrame],
      let world = frame.world
    else { return false }
    return try await browser.connection.call(
      "Runtime.evaluate",
      ["expression": "understudy.isIndicatorShown()", "contextId": world, "returnByValue": true], in: frame.session,
      as: Evaluated.self
    ).result.value ?? false
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

  /// Waits until this many events are there, and a little for one too many; returns and forgets them.
  func next(_ count: Int) async throws -> [Event] {
    try? await until { self.events.count >= count }
    return try await settle()
  }

  /// Waits until no more events come; returns and forgets them.
  func settle() async throws -> [Event] {
    var count = -1
    while count != events.count {
      count = events.count
      try await Task.sleep(for: .milliseconds(150))
    }
    defer { events = [] }
    return events
  }
}

extension Event {
  /// What happened and to what, on one line.
  var summary: String {
    let what =
      switch occurrence {
      case .action(let action):
        switch action {
        case .click, .drag, .openTab, .closeTab, .switchTab: action.verb.rawValue
        default: "\(action)"
        }
      case .signal(let signal): "\(signal)"
      }
    return element.map { "\(what) \($0.role) '\($0.name)'" } ?? what
  }
}
