import Foundation
import Testing
import Trace

@testable import Guard

@Suite("What a secret field holds never passes")
struct SecretFieldTests {
  static let secret = "T0pSecret!value"

  static let fields: [([String: String], String)] = [
    (["type": "password"], "‹password›"), (["type": "PASSWORD"], "‹password›"), (["type": "hidden"], "‹hidden›"),
    (["autocomplete": "cc-number"], "‹card›"), (["autocomplete": "section-pay billing cc-csc"], "‹card›"),
    (["autocomplete": "new-password"], "‹password›"), (["autocomplete": "one-time-code"], "‹code›"),
  ]

  static let occurrences =
    Action.every(holding: secret, element: .full(of: secret), place: tracker).map(Event.Occurrence.action)
    + Signal.every(holding: secret).map(Event.Occurrence.signal)

  @Test("Whatever is done to it, no copy of its value is left anywhere", arguments: fields.map(\.0), occurrences)
  func noCopy(attributes: [String: String], occurrence: Event.Occurrence) throws {
    var sanitizer = try trackerSanitizer()
    var place = tracker
    place.title = "Sign in \(SecretFieldTests.secret)"
    place.query = "?password=\(SecretFieldTests.secret)"
    let kept = sanitizer.sanitize(
      event(occurrence, on: .full(of: SecretFieldTests.secret, attributes: attributes), in: place))
    let json = String(decoding: try JSONEncoder().encode(try #require(kept).value), as: UTF8.self)
    #expect(!json.contains(SecretFieldTests.secret))
  }

  @Test("The token says what kind it was", arguments: fields)
  func kind(attributes: [String: String], token: String) throws {
    var sanitizer = try trackerSanitizer()
    let kept = sanitizer.sanitize(
      event(.action(.fill(SecretFieldTests.secret)), on: field("f", attributes, value: SecretFieldTests.secret)))
    #expect(kept?.value.occurrence == .action(.fill(token)))
    #expect(kept?.value.element?.value == token)
    #expect(kept?.value.element?.states == [.secret])
  }

  @Test("A field that was a password stays secret when it is shown")
  func sticky() throws {
    var sanitizer = try trackerSanitizer()
    _ = sanitizer.sanitize(event(.action(.click(Click())), on: field("f1", ["type": "password"])))
    let shown = sanitizer.sanitize(
      event(.action(.fill("hunter2x")), on: field("f1", ["type": "text"], value: "hunter2x")))
    #expect(shown?.value.occurrence == .action(.fill("‹password›")))
    #expect(shown?.value.element?.value == "‹password›")
    var other = tracker
    other.document = "https://tracker.example.org/other"
    let elsewhere = event(.action(.fill("Printer")), on: field("f1", ["type": "text"]), in: other)
    #expect(sanitizer.sanitize(elsewhere)?.value == elsewhere)
  }

  @Test("A secret that was seen is withheld wherever it turns up later")
  func known() throws {
    var sanitizer = try trackerSanitizer()
    _ = sanitizer.sanitize(event(.action(.fill("hunter2x")), on: field("pw", ["type": "password"])))
    var place = tracker
    place.title = "hunter2x - Mail"
    let later = sanitizer.sanitize(event(.action(.fill("my password is hunter2x!")), on: field("note"), in: place))
    #expect(later?.value.occurrence == .action(.fill("my password is ‹password›!")))
    #expect(later?.value.place.title == "‹password› - Mail")
  }

  @Test("Text that was copied from a secret field is withheld where it is pasted")
  func pastedFromSecret() throws {
    var sanitizer = try trackerSanitizer()
    let source = Clipping(place: tracker, element: field("pw", ["type": "password"]))
    let pasted = sanitizer.sanitize(
      event(.action(.paste("hunter2x", from: source)), on: field("note", value: "hunter2x")))
    #expect(pasted?.value.action?.argument == "‹password›")
    #expect(pasted?.value.element?.value == "‹password›")
  }

  @Test("A key that types a part of a secret is no event; a shortcut is")
  func keys() throws {
    var sanitizer = try trackerSanitizer()
    let password = field("pw", ["type": "password"])
    #expect(sanitizer.sanitize(event(.action(.press(Chord("h"))), on: password)) == nil)
    #expect(sanitizer.sanitize(event(.action(.press(Chord("H", modifiers: [.shift]))), on: password)) == nil)
    #expect(sanitizer.sanitize(event(.action(.press(Chord("Enter"))), on: password)) != nil)
    #expect(sanitizer.sanitize(event(.action(.press(Chord("a", modifiers: [.control]))), on: password)) != nil)
  }

  @Test("A picture of a secret field passes only where the field was painted over")
  func pictures() throws {
    var element = field("pw", ["type": "password"])
    element.bounds = Bounds(x: 10, y: 10, width: 100, height: 20)
    var frame = Frame(id: "f", mediaType: "image/png", width: 1, height: 1, masked: [], pixels: Data([1]))
    var sanitizer = try trackerSanitizer()
    #expect(sanitizer.sanitize(event(.action(.click(Click())), on: element, frame: frame))?.value.frame == nil)
    frame.masked = [Bounds(x: 8, y: 8, width: 104, height: 24)]
    #expect(sanitizer.sanitize(event(.action(.click(Click())), on: element, frame: frame))?.value.frame == frame)
  }

  @Test("Emptying a secret field is told; sanitising twice changes nothing", arguments: occurrences)
  func idempotent(occurrence: Event.Occurrence) throws {
    var sanitizer = try trackerSanitizer()
    let once = sanitizer.sanitize(
      event(occurrence, on: .full(of: SecretFieldTests.secret, attributes: ["type": "password"])))
    let kept = try #require(once).value
    #expect(sanitizer.sanitize(kept)?.value == kept)
  }
}
