import Foundation
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("Nothing secret reaches the disk")
struct PlantedSecretsTests {
  /// Twenty secrets: five each in password fields, in card fields, in hidden inputs and behind “show password”.
  static let secrets = (0..<20).map { "S3cret-\($0 * 7919 % 10_007)-zq\($0)" }

  static func events(_ tracker: Tracker) -> [Event] {
    let forms: [[[String: String]]] = [
      [["type": "password"]], [["autocomplete": "cc-number"]], [["type": "hidden"]],
      [["type": "password"], ["type": "text"]],
    ]
    var events: [Event] = []
    for (index, secret) in secrets.enumerated() {
      for attributes in forms[index % 4] {
        var event = tracker.event(events.count, filling: secret)
        event.element = Element(
          role: .textbox, name: "Field", value: attributes["type"] == "text" ? secret : nil,
          attributes: attributes.merging(["id": "f\(index)", "value": secret, "text": secret]) { given, _ in given },
          ancestors: [Ancestor(role: .row, name: "Row \(secret)")], surroundings: Surroundings(row: secret))
        // What is typed into the field before it is shown was never read by the surface.
        if forms[index % 4].count == 2, attributes["type"] == "password" {
          event.occurrence = .action(.click(Click()))
          event.element?.attributes["value"] = nil
          event.element?.attributes["text"] = nil
          event.element?.ancestors = []
          event.element?.surroundings = Surroundings()
        }
        events.append(event)
        var title = tracker.event(events.count, filling: "pasted \(secret) here")
        title.place.title = "Saved \(secret)"
        title.place.query = "?q=\(secret)"
        if attributes["type"] != "password" || forms[index % 4].count == 1 { events.append(title) }
      }
    }
    return events
  }

  @Test("Twenty secrets are in no file of the home, and in nothing that can be read from it")
  func nothingIsFound() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: tracker.session, at: monday)
    let captured = PlantedSecretsTests.events(tracker)
    for event in captured {
      let sanitized = tracker.sanitizer.sanitize(event)
      try await writer.append([#require(sanitized)])
    }

    let planted = PlantedSecrets(PlantedSecretsTests.secrets)
    #expect(try planted.found(below: temporary.root) == [])

    // Sealing hides a leak from a scan of the files: what can be read must be clean too.
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    let reading = try await reader.events()
    #expect(reading.events.count == captured.count)
    #expect(planted.found(in: try JSONEncoder().encode(reading.events)) == [])
    // The scan would have found them in what was captured.
    let finds = planted.found(in: try JSONEncoder().encode(captured)).filter { $0.form == "bytes" }
    #expect(finds.map(\.secret) == PlantedSecretsTests.secrets)
  }

  @Test("What is recorded cannot be read from the files without the key")
  func sealed() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: "correct horse")
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: tracker.session, at: monday)
    let frame = Frame(
      id: "f", mediaType: "image/png", width: 1, height: 1, masked: [], pixels: Data("pixels of a picture".utf8))
    try await writer.append([tracker.sanitized(0, filling: "an ordinary sentence", frame: frame)])
    let recorded = PlantedSecrets(["an ordinary sentence", "pixels of a picture", "tracker.example.org", "Summary"])
    #expect(try recorded.found(below: temporary.root) == [])
  }

  @Test(
    "The scan finds what was planted, in every form", arguments: ["plain", "utf16", "base64", "hex", "zlib", "name"])
  func scanFinds(form: String) throws {
    let temporary = try TemporaryHome()
    try temporary.home.create()
    let secret = "hunter2-S3cret"
    let content: Data =
      switch form {
      case "utf16": try #require("x\(secret)".data(using: .utf16LittleEndian))
      case "base64": Data(Data("xy\(secret)z".utf8).base64EncodedString().utf8)
      case "hex": Data(secret.utf8.map { String(format: "%02x", $0) }.joined().utf8)
      case "zlib":
        // "a hunter2-S3cret b", as Python's zlib.compress writes it, after other bytes.
        try #require(Data(base64Encoded: "eJxLVMgozStJLTLSDTZOLkotUUgCADuNBi0="))
      case "name": Data()
      default: Data("a \(secret) b".utf8)
      }
    try content.write(to: temporary.home.data.appending(path: form == "name" ? secret : "file"))
    #expect(try !PlantedSecrets([secret]).found(below: temporary.root).isEmpty)
  }
}
