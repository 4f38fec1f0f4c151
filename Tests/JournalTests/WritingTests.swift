import Foundation
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("The writer keeps order and acknowledges what is on the disk")
struct WritingTests {
  @Test("Many appends at once come back whole and in order of their numbers, whatever the clock said")
  func concurrentAppends() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keys = try Keys.recorder(in: temporary.home)
    var tracker = try Tracker()
    let writer = try JournalWriter(home: temporary.home, keys: keys, session: tracker.session, at: monday)
    var dice = Dice(seed: 7)
    var events: [Event] = []
    // The clock jumps back and forth.
    for number in 0..<500 {
      var event = tracker.event(number, filling: "\(number)", after: Double.random(in: 0...86_000, using: &dice))
      event.place.window = "\(number % 3)"
      events.append(event)
    }
    let sanitized = events.compactMap { tracker.sanitizer.sanitize($0) }
    #expect(sanitized.count == events.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      var rest = sanitized.shuffled(using: &dice)[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(Int.random(in: 1...9, using: &dice)))
        rest = rest.dropFirst(batch.count)
        group.addTask { try await writer.append(batch) }
      }
      try await group.waitForAll()
    }
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    #expect(try await reader.events() == Reading(events: events))
  }

  @Test("A number that is there already is refused, and nothing else is")
  func sameNumber() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keys = try Keys.recorder(in: temporary.home)
    var tracker = try Tracker()
    let writer = try JournalWriter(home: temporary.home, keys: keys, session: tracker.session, at: monday)
    try await writer.append([tracker.sanitized(0), tracker.sanitized(1)])
    let batches = try [[tracker.sanitized(2)], [tracker.sanitized(3), tracker.sanitized(1)], [tracker.sanitized(4)]]
    let refused: [JournalError.Code] = await withTaskGroup(of: JournalError.Code?.self) { group in
      for batch in batches {
        group.addTask {
          do throws(JournalError) {
            try await writer.append(batch)
            return nil
          } catch {
            return error.code
          }
        }
      }
      return await group.reduce(into: []) { if let code = $1 { $0.append(code) } }
    }
    #expect(refused == [.refused])
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    #expect(try await reader.events().events.map(\.id.sequence) == [0, 1, 2, 4])
  }

  @Test("Two recorders write at once, each its own session; a session is begun once")
  func twoRecorders() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keys = try Keys.recorder(in: temporary.home)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in ["a", "b"] {
        group.addTask {
          var tracker = try Tracker(session: session)
          let writer = try JournalWriter(home: temporary.home, keys: keys, session: session, at: monday)
          for number in 0..<50 { try await writer.append([tracker.sanitized(number)]) }
        }
      }
      try await group.waitForAll()
    }
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    #expect(try await reader.events().events.count == 100)
    let before = try Data(contentsOf: SessionKey.location(of: "a", in: temporary.home))
    #expect(throws: JournalError.self) {
      try JournalWriter(home: temporary.home, keys: keys, session: "a", at: monday)
    }
    #expect(try Data(contentsOf: SessionKey.location(of: "a", in: temporary.home)) == before)
    #expect(try await reader.events().damaged == 0)
  }

  @Test("What a session is called can never name a file elsewhere", arguments: ["", "..", "a/b", "a\0b", "ä", "a b"])
  func sessionNames(name: String) throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keys = try Keys.recorder(in: temporary.home)
    #expect(throws: JournalError.self) {
      try JournalWriter(home: temporary.home, keys: keys, session: name, at: monday)
    }
  }

  @Test("Equal pictures are stored once; a picture that was never given is not named")
  func pictures() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: tracker.session, at: monday)
    func frame(_ id: String, _ pixels: Data?) -> Frame {
      Frame(id: id, mediaType: "image/png", width: 1, height: 1, masked: [], pixels: pixels)
    }
    try await writer.append([
      tracker.sanitized(0, frame: frame("1", Data([1]))), tracker.sanitized(1, frame: frame("1", nil)),
      tracker.sanitized(2, frame: frame("2", Data([1]))), tracker.sanitized(3, frame: frame("3", nil)),
    ])
    let files = try FileManager.default.contentsOfDirectory(
      atPath: FrameName.folder(of: tracker.session, in: temporary.home).path)
    #expect(files.count == 1)
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    let frames = try await reader.events().events.map(\.frame?.id)
    #expect(frames == [files[0], files[0], files[0], nil].map { $0.map { "\(tracker.session)/\($0)" } })
    let outside = Frame(id: "../keys/person.json", mediaType: "", width: 0, height: 0)
    #expect(await reader.pixels(of: outside) == nil)
  }
}
