import Foundation
import Guard
import Journal
import Surfaces
import Testing
import Trace

@testable import Watch

@Suite("One clipboard for all surfaces", .timeLimit(.minutes(10)))
struct SharedClipboardTests {
  private let home: Home
  private let browser = ScriptedSurface()
  private let desktop = ScriptedSurface(kind: .desktop)
  private let clock = StandingClock(moment: Moment(seconds: 1_795_424_400))

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-clipboard-\(UUID().uuidString)")
    home = Home(directory: folder.path)
    try Keys.create(in: home, passphrase: nil)
    let scope = Scope(
      places: [try PlacePattern("https://a.example"), try PlacePattern("app:libreoffice-calc")],
      surfaces: [.browser, .desktop], from: Moment(seconds: 0))
    try GrantStore(home: home).add(Grant(id: "g", scope: scope, given: Moment(seconds: 0)))
  }

  private static let page = Place(application: "Chromium", window: "1", document: "https://a.example/")
  private static let sheet = Place(application: "libreoffice-calc", window: "2", title: "invoices.ods")
  private static let total = Element(role: .textbox, name: "Total", value: "12.50")
  private static let cell = Element(role: "table cell", name: "B2", value: "")

  private func event(_ action: Action, _ element: Element, on surface: ScriptedSurface, _ number: Int = 0) -> Event {
    Event(
      id: EventID(session: surface.kind.rawValue, sequence: number), time: Moment(seconds: 1), surface: surface.kind,
      place: surface.kind == .browser ? Self.page : Self.sheet, occurrence: .action(action), element: element)
  }

  private func recorder() throws -> Recorder {
    try RecordingPlan(home: home, at: clock.now()).recorder(
      of: [browser, desktop], shownBy: ScriptedIndicator(), clock: clock)
  }

  /// Has each event happen once the one before was taken, and returns what is in the journal afterwards.
  private func recorded(_ events: [(ScriptedSurface, Event)]) async throws -> [Event] {
    let recorder = try recorder()
    let running = Task { try await recorder.run() }
    for (number, (surface, event)) in events.enumerated() {
      surface.happen(event)
      while await recorder.status().recorded + recorder.status().keptOut <= number {
        try await Task.sleep(for: .milliseconds(2))
      }
    }
    browser.close()
    try await running.value
    return try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events
  }

  @Test("What is copied in the browser and pasted in an application comes from there, white space aside")
  func acrossSurfaces() async throws {
    let events = try await recorded([
      (browser, event(.click(Click()), Self.total, on: browser)),
      (browser, event(.copy("12.50 EUR"), Self.total, on: browser, 1)),
      (desktop, event(.paste(" 12.50\nEUR", from: nil), Self.cell, on: desktop)),
    ])
    let source = Clipping(place: Self.page, element: Self.total, event: events[1].id)
    #expect(events.last?.action == .paste(" 12.50\nEUR", from: source))
    #expect(events[1].id.sequence == 1)
  }

  @Test("What is copied in an application and pasted in the browser comes from there")
  func theOtherWay() async throws {
    let events = try await recorded([
      (desktop, event(.cut("Okafor"), Self.cell, on: desktop, 7)),
      (browser, event(.paste("Okafor", from: nil), Self.total, on: browser)),
    ])
    let source = Clipping(place: Self.sheet, element: Self.cell, event: events[0].id)
    #expect(events.last?.action == .paste("Okafor", from: source))
  }

  @Test("Another text than what was copied last comes from nowhere that is known")
  func anotherText() async throws {
    let events = try await recorded([
      (browser, event(.copy("Meyer"), Self.total, on: browser)),
      (browser, event(.copy("Okafor"), Self.total, on: browser, 1)),
      (desktop, event(.paste("Meyer", from: nil), Self.cell, on: desktop)),
    ])
    #expect(events.last?.action == .paste("Meyer", from: nil))
  }

  @Test("A surface's own source gets the journal's number of its event")
  func ownSource() async throws {
    let own = Clipping(
      place: Self.sheet, element: Self.cell, event: EventID(session: "desktop", sequence: 7))
    let events = try await recorded([
      (browser, event(.click(Click()), Self.total, on: browser)),
      (desktop, event(.copy("Okafor"), Self.cell, on: desktop, 7)),
      (desktop, event(.paste("Okafor", from: own), Self.cell, on: desktop, 8)),
    ])
    #expect(
      events.last?.action
        == .paste("Okafor", from: Clipping(place: Self.sheet, element: Self.cell, event: events[1].id)))
  }

  @Test("A secret stays one on another surface, and so does every copy of it that is seen from then on")
  func secrets() async throws {
    let password = Element(
      role: .textbox, name: "Password", value: "‹password›", states: [.secret],
      attributes: ["type": "password"])
    var after = Self.cell
    after.value = "correct-horse-7"
    let events = try await recorded([
      (browser, event(.copy("‹password›"), password, on: browser)),
      (desktop, event(.paste("correct-horse-7", from: nil), Self.cell, on: desktop)),
      (desktop, event(.click(Click()), after, on: desktop, 1)),
    ])
    guard case .action(.paste("‹password›", let source?)) = events[1].occurrence else {
      Issue.record("\(events[1].occurrence)")
      return
    }
    #expect(source.event == events[0].id)
    #expect(events[2].element?.value == "‹password›")
    let said = String(describing: events)
    #expect(!said.contains("correct-horse-7"))
  }

  @Test("What a password manager calls a secret is one, wherever it was copied")
  func secretsByTheirOwner() async throws {
    var after = Self.cell
    after.value = "correct-horse-7"
    let events = try await recorded([
      (desktop, event(.copy("‹password›"), Self.cell, on: desktop)),
      (browser, event(.paste("correct-horse-7", from: nil), Self.total, on: browser)),
      (desktop, event(.click(Click()), after, on: desktop, 1)),
    ])
    guard case .action(.paste("‹password›", .some)) = events[1].occurrence else {
      Issue.record("\(events[1].occurrence)")
      return
    }
    #expect(events[2].element?.value == "‹password›")
  }

  @Test("A copy that a pause made the recorder forget has no number that another event may get")
  func forgotten() {
    let numbers = (0...1).map { EventID(session: "s", sequence: $0) }
    let copy = event(.copy("Meyer"), Self.total, on: browser, 7)
    let elsewhere = event(.paste("Meyer", from: nil), Self.cell, on: desktop)
    let same = event(
      .paste("Meyer", from: Clipping(place: Self.page, element: Self.total, event: copy.id)), Self.total, on: browser)
    func sources(_ clipboard: SharedClipboard) -> [EventID?] {
      [elsewhere, same].map { event in
        guard case .action(.paste("Meyer", let source?)) = clipboard.traced(event).occurrence else { return nil }
        #expect((source.place, source.element) == (Self.page, Self.total))
        return source.event
      }
    }
    var clipboard = SharedClipboard()
    clipboard.took(copy, as: numbers[0])
    clipboard.forget(from: numbers[1])
    #expect(sources(clipboard) == [numbers[0], numbers[0]])
    clipboard.forget(from: numbers[0])
    #expect(sources(clipboard) == [nil, nil])
  }

  @Test("Recording ends with the surface that ends first, and both indicators say so")
  func ending() async throws {
    let indicators = [ScriptedIndicator(), ScriptedIndicator()]
    let recorder = try RecordingPlan(home: home, at: clock.now()).recorder(
      of: [browser, desktop], shownBy: IndicatorGroup(indicators), clock: clock)
    desktop.happen(event(.click(Click()), Self.cell, on: desktop))
    browser.close()
    let status = try await recorder.run()
    #expect(status.recorded == 1)
    #expect(indicators.map(\.shown) == [[.recording, .stopped], [.recording, .stopped]])
  }

  @Test("Recording stops when one of several indicators cannot be shown any more")
  func oneIndicatorGone() async throws {
    let indicators = [ScriptedIndicator(), ScriptedIndicator()]
    let recorder = try RecordingPlan(home: home, at: clock.now()).recorder(
      of: [browser, desktop], shownBy: IndicatorGroup(indicators), clock: clock)
    indicators[1].disappear()
    await #expect(throws: RecordingError.self) { try await recorder.run() }
    #expect(await recorder.status().state == .stopped)
    await #expect(throws: SurfaceError.self) { try await IndicatorGroup([]).show(.recording) }
  }
}
