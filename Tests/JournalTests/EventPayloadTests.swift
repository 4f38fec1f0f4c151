import Foundation
import Testing
import Trace

@testable import Journal

@Suite("Events as bytes")
struct EventPayloadTests {
  @Test("Any event is read as it was written, and takes less than half of its JSON")
  func roundTrip() throws {
    for sequence in 0..<200 {
      let event = Self.event(sequence)
      let bytes = try EventPayload.encode(event)
      #expect(try EventPayload.decode(bytes) == event)
      let plain = try JSONEncoder().encode(event)
      #expect(bytes.count < plain.count / 2)
      // What older journals hold.
      #expect(try EventPayload.decode(plain) == event)
    }
  }

  @Test("An event with a text of a megabyte is read as it was written")
  func large() throws {
    var event = Self.event(1)
    event.element?.value = String((0..<1_000_000).map { Character(Unicode.Scalar(UInt8(97 + $0 * $0 % 23))) })
    #expect(try EventPayload.decode(EventPayload.encode(event)) == event)
  }

  @Test("What is cut off or changed anywhere is refused, or is another event: it never hangs")
  func damaged() throws {
    let bytes = try EventPayload.encode(Self.event(7))
    for length in 0..<bytes.count {
      #expect(throws: (any Error).self) { try EventPayload.decode(bytes.prefix(length)) }
    }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x55
      // The checksum of what is inside tells.
      #expect(throws: (any Error).self) { try EventPayload.decode(changed) }
    }
  }

  private static func event(_ sequence: Int) -> Event {
    let names = [
      "Amount", "Größe in “cm”", "", "{\"agent\":\"person\"}", "日付\n\u{0}", String(repeating: "x", count: sequence),
    ]
    let actions: [Action] = [
      .click(Click()), .fill(names[sequence % 6]), .press(Chord("Enter", modifiers: [.control])), .check(true),
      .select([names[(sequence + 1) % 6]]), .copy("R-\(sequence)"), .scroll(x: 0, y: Double(sequence)),
    ]
    return Event(
      id: EventID(session: "20301224T090000Z-a", sequence: sequence), time: Moment(seconds: 1.9e9 + Double(sequence)),
      surface: sequence % 2 == 0 ? .browser : .desktop,
      place: Place(application: "chromium", window: "1", document: "https://a.example/\(sequence)"),
      occurrence: .action(actions[sequence % actions.count]),
      element: Element(role: .textbox, name: names[sequence % 6], value: names[(sequence + 2) % 6]))
  }
}
