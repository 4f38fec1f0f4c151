import Foundation
import Guard
import Journal
import Surfaces
import Testing
import Trace
import Watch

@Suite("The recorder", .timeLimit(.minutes(10)))
struct RecorderTests {
  let home: Home
  let surface = ScriptedSurface()
  let indicator = ScriptedIndicator()
  let clock = StandingClock(moment: Moment(seconds: 1_795_424_400))

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-watch-\(UUID().uuidString)")
    home = Home(directory: folder.path)
    try Keys.create(in: home, passphrase: nil)
  }

  private func grant(_ places: String...) throws {
    let scope = Scope(
      places: try places.map { try PlacePattern($0) }, surfaces: [.browser, .desktop], from: Moment(seconds: 0))
    try GrantStore(home: home).add(Grant(id: "g", scope: scope, given: Moment(seconds: 0)))
  }

  private func recorder() throws -> Recorder {
    try RecordingPlan(home: home, at: clock.now()).recorder(of: [surface], shownBy: indicator, clock: clock)
  }

  private func click(_ name: String, at origin: String = "https://a.example") -> Event {
    Event(
      id: EventID(session: "surface", sequence: 7), time: Moment(seconds: 1), surface: .browser,
      place: Place(application: "Chromium", window: "1", document: "\(origin)/"),
      occurrence: .action(.click(Click())), element: Element(role: .button, name: name))
  }

  private func journal() async throws -> [Event] {
    try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events
  }

  @Test("Without a grant nothing can be recorded")
  func noGrant() {
    #expect(throws: RecordingError.nothingGranted) { try recorder() }
  }

  @Test("Events are numbered as they come, and what is out of scope uses up no number")
  func numbering() async throws {
    try grant("https://a.example")
    let recorder = try recorder()
    surface.happen(click("first"))
    surface.happen(click("elsewhere", at: "https://b.example"))
    surface.happen(click("second"))
    surface.close()
    let status = try await recorder.run()
    let events = try await journal()
    #expect(events.map(\.id.sequence) == [0, 1])
    #expect(events.map(\.element?.name) == ["first", "second"])
    #expect(events.allSatisfy { $0.time == clock.moment })
    #expect(status.recorded == 2)
    #expect(status.keptOut == 1)
    #expect(indicator.shown == [.recording, .stopped])
  }

  @Test("An event is of the moment that its surface says, unless that lies ahead or more than a minute back")
  func moments() async throws {
    try grant("https://a.example")
    let recorder = try recorder()
    let offsets = [-2.0, 0, -59, -61, 5]
    for offset in offsets {
      var event = click("Save")
      event.time = Moment(seconds: clock.moment.seconds + offset)
      surface.happen(event)
    }
    surface.close()
    _ = try await recorder.run()
    let recorded = try await journal().map { $0.time.seconds(since: clock.moment) }
    #expect(recorded == [-2, 0, -59, 0, 0])
  }

  @Test("What happens during a pause is not recorded, and the pause shows as a gap")
  func pausing() async throws {
    try grant("https://a.example")
    let recorder = try recorder()
    let running = Task { try await recorder.run() }
    surface.happen(click("before"))
    try await until { await recorder.status().recorded == 1 }
    try await recorder.pause()
    surface.happen(click("during"))
    #expect(await recorder.status().state == .paused)
    // The event above has reached the recorder once the stream is empty again.
    try await until { await recorder.status().keptOut == 1 }
    try await recorder.resume()
    surface.happen(click("after"))
    surface.close()
    try await running.value
    let events = try await journal()
    #expect(events.compactMap(\.element?.name) == ["before", "after"])
    #expect(events.map(\.id.sequence) == [0, 1, 2])
    #expect(events[1].signal == .gap("Recording was paused by the person."))
    #expect(indicator.shown == [.recording, .paused, .recording, .stopped])
    #expect(
      try Ledger(home: home).entries().map(\.kind) == [
        .granted, .recordingStarted, .paused, .resumed, .recordingStopped,
      ])
  }

  @Test("Under a grant that is taken back nothing more is taken, under the others it goes on")
  func withdrawing() async throws {
    try grant("https://a.example")
    let other = Scope(
      places: [try PlacePattern("https://b.example")], surfaces: [.browser], from: Moment(seconds: 0))
    try GrantStore(home: home).add(Grant(id: "other", scope: other, given: Moment(seconds: 0)))
    let recorder = try recorder()
    #expect(await recorder.status().grants == ["g", "other"])
    let running = Task { try await recorder.run() }
    surface.happen(click("before"))
    try await until { await recorder.status().recorded == 1 }
    _ = try Withdrawal.carryOut(of: "g", in: home, at: clock.moment)
    #expect(try await recorder.keep(to: RecordingPlan(home: home, at: clock.now())))
    #expect(await recorder.status().grants == ["other"])
    surface.happen(click("after"))
    surface.happen(click("other", at: "https://b.example"))
    surface.close()
    try await running.value
    let events = try await journal()
    #expect(events.compactMap(\.element?.name) == ["before", "other"])
    #expect(events.map(\.id.sequence) == [0, 1, 2])
    #expect(events[1].signal == .gap("A grant was taken back by the person."))
    _ = try Withdrawal.carryOut(of: "other", in: home, at: clock.moment)
    #expect(throws: RecordingError.nothingGranted) { try RecordingPlan(home: home, at: clock.now()) }
    // Given while it is on, it is for the next recording: of this one nothing is left.
    try GrantStore(home: home).add(Grant(id: "later", scope: other, given: Moment(seconds: 0)))
    #expect(try await recorder.keep(to: RecordingPlan(home: home, at: clock.now())) == false)
  }

  @Test("Recording stops when the indicator cannot be shown any more, and keeps what was acknowledged")
  func indicatorGone() async throws {
    try grant("https://a.example")
    let recorder = try recorder()
    let running = Task { try await recorder.run() }
    surface.happen(click("kept"))
    try await until { await recorder.status().recorded == 1 }
    indicator.disappear()
    await #expect(throws: RecordingError.self) { try await running.value }
    surface.happen(click("unseen"))
    #expect(try await journal().compactMap(\.element?.name) == ["kept"])
    #expect(await recorder.status().state == .stopped)
  }

  @Test("A surface that breaks ends the recording with its reason, and what came before is in the journal")
  func surfaceBreaks() async throws {
    try grant("https://a.example")
    let recorder = try recorder()
    let reason = SurfaceError(.closed, "The browser has ended.")
    surface.happen(click("kept"))
    surface.close(reason)
    await #expect(throws: reason) { try await recorder.run() }
    #expect(try await journal().compactMap(\.element?.name) == ["kept"])
  }

  @Test("A granted file of rows is recorded when recording starts, those of a folder when they are opened")
  func grantedFiles() async throws {
    let folder = home.data.appending(path: "files")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let named = home.data.appending(path: "named.csv")
    try Data("name,amount\nAnna,12\n".utf8).write(to: named)
    for name in ["opened.csv", "closed.csv", "notes.txt"] {
      try Data("\(name)\n1\n".utf8).write(to: folder.appending(path: name))
    }
    try grant("https://a.example", named.path, folder.path)
    let recorder = try recorder()
    let running = Task { try await recorder.run() }
    try await until { await recorder.status().recorded == 1 }
    _ = try Data(contentsOf: folder.appending(path: "notes.txt"))
    _ = try Data(contentsOf: folder.appending(path: "opened.csv"))
    try await until { await recorder.status().recorded == 2 }
    // Opened again without a change, it is nothing new.
    _ = try Data(contentsOf: folder.appending(path: "opened.csv"))
    surface.happen(click("after"))
    try await until { await recorder.status().recorded == 3 }
    surface.close()
    try await running.value
    #expect(
      try await journal().map(\.signal) == [
        Signal.opened(Table(name: "named.csv", columns: ["name", "amount"], rows: [["Anna", "12"]])),
        Signal.opened(Table(name: "opened.csv", columns: ["opened.csv"], rows: [["1"]])),
        nil,
      ])
  }

  /// Waits until something holds; the suite's time limit ends a wait in vain.
  private func until(_ condition: () async -> Bool) async throws {
    while await !condition() { try await Task.sleep(for: .milliseconds(2)) }
  }
}
