import Foundation
import Guard
import Trace

@testable import Journal

/// A home of its own for one test, removed with it.
final class TemporaryHome: Sendable {
  let home: Home

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-test-\(UUID().uuidString)")
    home = Home(directory: folder.path)
  }

  var root: URL { home.data.deletingLastPathComponent() }

  deinit { try? FileManager.default.removeItem(at: root) }
}

/// Monday 2026-11-23, 09:00 UTC.
let monday = Moment(seconds: 1_795_424_400)

/// Lets everything of one origin through, and makes events there.
struct Tracker {
  let session: String
  var sanitizer: Sanitizer

  init(session: String = "20261123T090000Z-1") throws {
    self.session = session
    let scope = Scope(
      places: [try PlacePattern("https://tracker.example.org")], surfaces: [.browser], keepsFrames: true,
      keepsText: true, from: monday)
    sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: [1, 2, 3]))
  }

  func event(_ sequence: Int, filling text: String = "a value", frame: Frame? = nil, after seconds: Double = 0) -> Event
  {
    Event(
      id: EventID(session: session, sequence: sequence), time: Moment(seconds: monday.seconds + seconds),
      surface: .browser,
      place: Place(
        application: "Chromium", window: "1", title: "Ticket 12", document: "https://tracker.example.org/ticket/12"),
      occurrence: .action(.fill(text)),
      element: Element(role: .textbox, name: "Summary", attributes: ["tag": "input", "id": "summary"]), frame: frame)
  }

  mutating func sanitized(_ sequence: Int, filling text: String = "a value", frame: Frame? = nil) throws -> Sanitized<
    Event
  > {
    guard let event = sanitizer.sanitize(event(sequence, filling: text, frame: frame)) else {
      throw JournalError(.notFound, "The event of the test is out of scope.")
    }
    return event
  }
}
