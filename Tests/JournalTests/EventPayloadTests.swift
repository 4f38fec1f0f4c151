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
      #expect(try EventPayload.decode(bytes, of: event.id, picture: nil) == event)
      let plain = try JSONEncoder().encode(event)
      #expect(bytes.count < plain.count / 2)
      // What older journals hold.
      #expect(try EventPayload.decode(plain, of: event.id, picture: nil) == event)
    }
  }

  @Test("An event with a text of a megabyte is read as it was written")
  func large() throws {
    var event = Self.event(1)
    event.element?.value = String((0..<1_000_000).map { Character(Unicode.Scalar(UInt8(97 + $0 * $0 % 23))) })
    #expect(try EventPayload.decode(EventPayload.encode(event), of: event.id, picture: nil) == event)
  }

  @Test("What is cut off or changed anywhere is refused, or is another event: it never hangs")
  func damaged() throws {
    let event = Self.event(7)
    let bytes = try EventPayload.encode(event)
    for length in 0..<bytes.count {
      #expect(throws: (any Error).self) { try EventPayload.decode(bytes.prefix(length), of: event.id, picture: nil) }
    }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x55
      // The checksum of what is inside tells.
      #expect(throws: (any Error).self) { try EventPayload.decode(changed, of: event.id, picture: nil) }
    }
  }

  @Test("What its row says of an event takes next to nothing; another row's event is refused")
  func rows() throws {
    var event = Self.event(7)
    let bare = try EventPayload.encode(event)
    let picture = "20301224T090000Z-a/6d84a5e26a9ced73de6361dca346ea83"
    event.frame = Frame(id: picture, mediaType: "image/jpeg", width: 1280, height: 781, origin: Point(x: 0, y: 19))
    let bytes = try EventPayload.encode(event)
    #expect(bytes.count - bare.count < 48)
    #expect(try EventPayload.decode(bytes, of: event.id, picture: picture) == event)
    let others: [(EventID, String?)] = [
      (EventID(session: event.id.session, sequence: 8), picture), (event.id, nil), (event.id, picture + "0"),
    ]
    for (id, picture) in others {
      #expect(throws: (any Error).self) { try EventPayload.decode(bytes, of: id, picture: picture) }
    }
  }

  @Test("What a journal of the fourth version holds is read")
  func fourth() throws {
    let event = Self.event(3)
    let bytes = try #require(Data(base64Encoded: Self.ofFourthVersion))
    #expect(try EventPayload.decode(bytes, of: event.id, picture: nil) == event)
  }

  /// Event 3, compressed from the common dictionary alone.
  private static let ofFourthVersion =
    "ePm2kOqHI774Qs+QtfCsUh0DMSRGySoGakyMUi2ODISos+H5h0C2IZBNkHJGRUWFEpZ0Z4ya6owNDI2MTEIMLA2AIEo3kXAqxN4n"
    + "Iq/qSdRLrUgENTH0jclJFchJwFAJf+SCPQgExhCqFgBiR54A"

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
