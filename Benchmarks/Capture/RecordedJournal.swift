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
  /// One that nothing is written to, for how large such a journal is.
  private let unused: Home
  private let browser: Chromium
  private var recorder: Recorder?
  private var running: Task<Void, any Error>?
  private var watching: Task<Void, any Error>?
  private var polling: Task<Void, any Error>?
  /// When each event happened in the page, in order, and whether it was held until the next one showed its end.
  private var happened: [(time: Moment, isHeld: Bool)] = []
  /// When each was seen to be on disk.
  private var written: [Moment] = []
  private var marked = 0
  /// Tells that something has happened, so that it is looked for on the disk; to look all the time takes 8 % of a
  /// core from what is measured.
  private let arrivals: AsyncStream<Void>
  private let arrived: AsyncStream<Void>.Continuation

  init(root: URL, browser: Chromium, origin: String) throws {
    home = Home(directory: root.appending(path: "home").path)
    unused = Home(directory: root.appending(path: "unused").path)
    self.browser = browser
    (arrivals, arrived) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    let clock = SystemClock()
    for home in [home, unused] { try Keys.create(in: home, passphrase: nil) }
    _ = try JournalWriter(home: unused, keys: Keys.recorder(in: unused), session: "bench", at: clock.now())
    let scope = Scope(
      places: [try PlacePattern(origin)], surfaces: [.browser], keepsText: true, from: Moment(microseconds: 0))
    let keys = try Keys.recorder(in: home)
    let writer = try JournalWriter(home: home, keys: keys, session: "bench", at: clock.now())
    recorder = Recorder(
      surfaces: [browser], session: "bench",
      sanitizer: Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: keys.pseudonymKey)), writer: writer,
      indicator: browser, clock: clock)
  }

  func begin() async throws {
    let events = browser.events()
    watching = Task { for try await event in events { self.saw(event) } }
    running = Task { [recorder] in _ = try await recorder?.run() }
    polling = Task {
      for await _ in self.arrivals {
        // What the guard keeps out never comes.
        let end = ContinuousClock.now + .seconds(2)
        while self.isBehind, ContinuousClock.now < end {
          await self.look()
          try await Task.sleep(for: .milliseconds(1))
        }
      }
    }
    try await browser.show(.recording)
  }

  private func saw(_ event: Event) {
    happened.append((event.time, [.fill, .scroll].contains(event.action?.verb)))
    arrived.yield()
  }

  private var isBehind: Bool { written.count < happened.count && !Task.isCancelled }

  /// Notes which events are on disk by now.
  private func look() async {
    guard let recorded = await recorder?.status().recorded else { return }
    let now = SystemClock().now()
    while written.count < recorded { written.append(now) }
  }

  /// Counts from here on.
  func mark() { marked = written.count }

  var countSinceMark: Int { written.count - marked }

  /// From an event to the journal, for each since the mark. What is typed is one event once something else is done: the
  /// time that it is held for its end does not count, as its end has not happened yet.
  var latency: Timings {
    var latency = Timings()
    for index in marked..<min(written.count, happened.count) {
      let isHeld = happened[index].isHeld && index + 1 < happened.count
      latency.add(.seconds(written[index].seconds(since: happened[isHeld ? index + 1 : index].time)))
    }
    return latency
  }

  /// Waits until nothing more arrives.
  func settle() async throws {
    var last = -1
    while last != written.count {
      last = written.count
      try await Task.sleep(for: .milliseconds(500))
    }
  }

  /// Ends the recording and closes the journal; returns how many bytes of it an event takes.
  func end() async throws -> Double {
    polling?.cancel()
    watching?.cancel()
    try await running?.value
    (running, recorder) = (nil, nil)
    let bytes = try await Self.closedSize(of: home) - Self.closedSize(of: unused)
    return Double(bytes) / Double(max(1, written.count))
  }

  /// In bytes, once nobody has it open: until then much of it is in a file beside it.
  private static func closedSize(of home: Home) async throws -> Int {
    let end = ContinuousClock.now + .seconds(5)
    while FileManager.default.fileExists(atPath: home.journal.path + "-wal"), .now < end {
      try await Task.sleep(for: .milliseconds(10))
    }
    guard !FileManager.default.fileExists(atPath: home.journal.path + "-wal") else { throw JournalIsOpen() }
    return try FileManager.default.attributesOfItem(atPath: home.journal.path)[.size] as? Int ?? 0
  }
}

struct JournalIsOpen: Error, CustomStringConvertible {
  var description: String { "The journal is not closed after five seconds, so its size is not known. Run it again." }
}
