import Foundation
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("500 secrets by every way into an event")
struct FiveHundredSecretsTests {
  private typealias Way = @Sendable (_ secret: String, _ event: inout Event) -> Void

  /// How a secret gets into an event: typed, shown, pasted, printed, in an address, in a file.
  private static let ways: [(name: String, way: Way)] = [
    (
      "typed into a password field",
      { secret, event in
        event.element?.attributes["type"] = "password"
        event.occurrence = .action(.fill(secret))
        event.element?.value = secret
      }
    ),
    (
      "shown by a password field that was made readable",
      { secret, event in
        event.element?.attributes["type"] = "text"
        event.element?.attributes["autocomplete"] = "current-password"
        event.element?.value = secret
        event.occurrence = .action(.click(Click()))
      }
    ),
    (
      "pasted from a password field",
      { secret, event in
        let source = Element(role: .textbox, name: "Password", value: secret, attributes: ["type": "password"])
        event.occurrence = .action(.paste(secret, from: Clipping(place: event.place, element: source)))
      }
    ),
    (
      "in a field that is called so",
      { secret, event in
        event.element?.name = "API key"
        event.element?.value = secret
        event.occurrence = .action(.fill(secret))
      }
    ),
    (
      "on a command line",
      { secret, event in event.occurrence = .action(.run("mysql -u root --password=\(secret) shop")) }
    ),
    (
      "in an environment", { secret, event in event.occurrence = .action(.run("export DB_PASSWORD='\(secret)'")) }
    ),
    (
      "in an address",
      { secret, event in
        event.place.query = "?access_token=\(secret)&page=2"
        event.occurrence = .signal(
          .navigation(to: "https://anna:\(secret)@tracker.example.org/x", cause: .link))
      }
    ),
    ("in a message", { secret, event in event.occurrence = .action(.fill("the password is \(secret)")) }),
    (
      "in a dialog",
      { secret, event in
        event.occurrence = .signal(.dialog(kind: "alert", message: "Your new password: \(secret)"))
      }
    ),
    (
      "in a table",
      { secret, event in
        event.occurrence = .signal(
          .opened(Table(name: "users.csv", columns: ["user", "password"], rows: [["anna", secret]])))
      }
    ),
  ]

  @Test("None is in any file of the home, and none in what can be read from it")
  func none() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: tracker.session, at: monday)
    var dice = Dice(seed: 41)
    var secrets: [String] = []
    var captured: [Event] = []
    for number in 0..<500 {
      let secret = Self.secret(using: &dice)
      var event = tracker.event(number)
      event.element?.attributes["id"] = "f\(number)"
      Self.ways[number % Self.ways.count].way(secret, &event)
      secrets.append(secret)
      captured.append(event)
    }
    let kept = captured.compactMap { tracker.sanitizer.sanitize($0) }
    #expect(kept.count == 500)
    try await writer.append(kept)
    let planted = PlantedSecrets(secrets)
    #expect(try planted.found(below: temporary.root) == [])
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    let readable = try JSONEncoder().encode(try await reader.events().events)
    let found = Set(planted.found(in: readable).map(\.secret))
    let ways = Set(found.compactMap { secrets.firstIndex(of: $0) }.map { Self.ways[$0 % Self.ways.count].name })
    #expect(found.isEmpty, "\(found.count) secrets \(ways.sorted().joined(separator: ", "))")
    // The scan would have found them in what was captured.
    #expect(Set(planted.found(in: try JSONEncoder().encode(captured)).map(\.secret)).count == 500)
  }

  /// As people and machines make them: words with digits, or random ones.
  private static func secret(using dice: inout Dice) -> String {
    if Bool.random(using: &dice) {
      let word = ["Sommer", "Dragon", "Berlin", "coffee", "Lantern"].randomElement(using: &dice) ?? "Sommer"
      let mark = ["!", "_", "#", "."].randomElement(using: &dice) ?? "!"
      return "\(word)\(Int.random(in: 1_000...99_999, using: &dice))\(mark)\(Int.random(in: 10...99, using: &dice))"
    }
    let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    return String((0..<Int.random(in: 12...24, using: &dice)).compactMap { _ in letters.randomElement(using: &dice) })
  }
}
