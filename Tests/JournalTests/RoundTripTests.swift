import Foundation
import Guard
import Testing
import Trace

@testable import Journal

@Suite("What is appended is read back by the person's key, and by no other")
struct RoundTripTests {
  @Test("Events and pictures come back as they were, in order")
  func roundTrip() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: tracker.session, at: monday)
    let frame = Frame(
      id: "f", mediaType: "image/jpeg", width: 2, height: 1, masked: [], pixels: Data([0xff, 0xd8, 1, 2, 3]))
    try await writer.append([tracker.sanitized(0, filling: "first", frame: frame), tracker.sanitized(1)])
    try await writer.append([tracker.sanitized(5, filling: "third", frame: frame)])

    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    let reading = try await reader.events()
    #expect(reading.damaged == 0)
    #expect(reading.events.map(\.id.sequence) == [0, 1, 5])
    var stored = frame
    stored.pixels = nil
    stored.id = try #require(reading.events[0].frame?.id)
    #expect(
      reading.events == [
        tracker.event(0, filling: "first", frame: stored), tracker.event(1),
        tracker.event(5, filling: "third", frame: stored),
      ])
    #expect(await reader.pixels(of: stored) == frame.pixels)
    let sessions = try await reader.sessions()
    #expect(sessions.map(\.name) == [tracker.session])
    #expect(sessions.map(\.events) == [3])
  }
}
