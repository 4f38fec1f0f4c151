import BrowserSurface
import Foundation
import Guard
import Journal
import Surfaces
import Trace
import Watch

/// A journal that a browser is recorded to, and when each event was safely in it.
actor RecordedJournal {
  private let home: Home
  private let browser: Chromium
  private let recorder: Recorder
  private var running: Task<Void, any Error>?
  private var watching: Task<Void, any Error>?
  private var polling: Task<Void, any Error>?
  /// When each event happened in the page, in order.
  private var happened: [Moment] = []
  private var written = 0
  private var marked = 0
  private(set) var latency = Timings()

  init(root: URL, browser: Chromium, origin: String) throws {
    home = Home(directory: root.appending(path: "home").path)
    self.browser = browser
    try Keys.create(in: home, passphrase: nil)
    let clock = SystemClock()
    let scope = Scope(
      places: [try PlacePattern(origin)], surfaces: [.browser], keepsText: true, from: Moment(microseconds: 0))
    let keys = try Keys.recorder(in: home)
    let writer = try JournalWriter(home: home, keys: keys, session: "bench", at: clock.now())
    recorder = Recorder(
      surfaces: [browser], session: "bench",
      sanitizer: Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: keys.pseudonymKey)), writer: writer,
      indicator: browser, clock: clock)
  }

  /// The journal's size on disk.
  nonisolated var bytes: Int {
    get throws {
      try [home.journal.path, home.journal.path + "-wal"].reduce(0) {
        $0 + (try FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int ?? 0)
      }
    }
  }

  func begin() async throws {
    let events = browser.events()
    watching = Task { for try await event in events { self.saw(event) } }
    running = Task { try await self.recorder.run() }
    polling = Task {
      while !Task.isCancelled {
        await self.look()
        try await Task.sleep(for: .milliseconds(1))
      }
    }
    try await browser.show(.recording)
  }

  private func saw(_ event: Event) { happened.append(event.time) }

  /// Notes which events are on disk by now.
  private func look() async {
    let recorded = await recorder.status().recorded
    let now = SystemClock().now()
    while written < min(recorded, happened.count) {
      latency.add(.seconds(now.seconds(since: happened[written])))
      written += 1
    }
  }

  /// Counts from here on.
  func mark() {
    marked = written
    latency = Timings()
  }

  var countSinceMark: Int { written - marked }

  /// Waits until nothing more arrives.
  func settle() async throws {
    var last = -1
    while last != written {
      last = written
      try await Task.sleep(for: .milliseconds(500))
    }
  }

  func end() async throws {
    polling?.cancel()
    watching?.cancel()
    try await running?.value
  }
}
