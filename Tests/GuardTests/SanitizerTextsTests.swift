import Foundation
import Planted
import Testing
import Trace

@testable import Guard

extension Sanitizer {
  /// The event as it is kept; throws where nothing of it is.
  mutating func kept(_ event: Event) throws -> Event {
    let result = sanitize(event)
    return try #require(result).value
  }
}

@Suite("Texts of an event keep what workflows need and nothing else")
struct SanitizerTextsTests {
  @Test(
    "A field is secret by what it is called",
    arguments: [
      ("Password", "‹password›"), ("Repeat password *", "‹password›"),
      ("Passwort (mindestens 8 Zeichen)", "‹password›"),
      ("Neues Kennwort wiederholen", "‹password›"), ("API key", "‹secret›"), ("PIN", "‹code›"), ("CVV", "‹card›"),
      ("Clave de acceso", "‹password›"), ("client_secret", "‹secret›"),
    ])
  func labels(label: String, token: String) throws {
    var sanitizer = try trackerSanitizer()
    let kept = sanitizer.sanitize(event(.action(.fill("sunshine")), on: field("f", value: "sunshine", name: label)))
    #expect(kept?.value.action == .fill(token))
    #expect(kept?.value.element?.value == token)
  }

  @Test(
    "A field that only speaks of a secret is none",
    arguments: ["Password hint", "Token name", "Passport colour", "Key", "Code", "Session title", "Login"])
  func harmlessLabels(label: String) throws {
    var sanitizer = try trackerSanitizer()
    let fill = event(.action(.fill("sunshine")), on: field("f", value: "sunshine", name: label))
    #expect(sanitizer.sanitize(fill)?.value == fill)
  }

  @Test("Equal values stay equal wherever they stand, so that what was typed still joins the row it came from")
  func joins() throws {
    var sanitizer = try trackerSanitizer()
    let table = Table(name: "customers.csv", columns: ["name", "e-mail"], rows: [["Anna", "anna@example.org"]])
    let opened = try sanitizer.kept(event(.signal(.opened(table))))
    let typed = try sanitizer.kept(event(.action(.fill("Anna@example.org")), on: field("mail")))
    guard case .signal(.opened(let kept)) = opened.occurrence else { throw GuardError(.badRule, "No table was kept.") }
    #expect(typed.action?.argument == kept.rows[0][1])
    #expect(Withheld(kept.rows[0][1])?.kind == .email)
    #expect(kept.rows[0][0] == "Anna")
  }

  @Test("A label tells what a number is")
  func numbersByLabel() throws {
    var sanitizer = try trackerSanitizer()
    let phone = sanitizer.sanitize(event(.action(.fill("4960182")), on: field("f", name: "Telefon")))
    #expect(phone?.value.action?.argument.flatMap { Withheld($0) }?.kind == .phone)
    let amount = event(.action(.fill("4960182")), on: field("f", name: "Amount"))
    #expect(sanitizer.sanitize(amount)?.value == amount)
  }

  @Test("Of prose only length and shape are kept, unless the grant lets more")
  func prose() throws {
    let text = "Dear Anna, the printer on the third floor jams again.\nCould you send somebody? Thank you!"
    let mail = event(.action(.fill(text)), on: field("body", value: text, name: "Message"))
    var strict = try trackerSanitizer(keepsText: false)
    #expect(strict.sanitize(mail)?.value.action?.argument == "‹prose 89 characters, 16 words, 2 lines›")
    #expect(strict.sanitize(mail)?.value.element?.value == "‹prose 89 characters, 16 words, 2 lines›")
    var granted = try trackerSanitizer()
    #expect(granted.sanitize(mail)?.value == mail)
    let short = event(.action(.fill("Printer jams")), on: field("title"))
    #expect(strict.sanitize(short)?.value == short)
  }

  @Test("A password met in a text is withheld in every other text of the event, and in later ones")
  func everyCopy() throws {
    var sanitizer = try trackerSanitizer()
    var place = tracker
    place.title = "Note: Tiger_372"
    let chat = event(.action(.fill("the Wi-Fi password is Tiger_372")), on: field("note", name: "Note"), in: place)
    let kept = try sanitizer.kept(chat)
    #expect(kept.action == .fill("the Wi-Fi password is ‹password›"))
    #expect(kept.place.title == "Note: ‹password›")
    let later = sanitizer.sanitize(event(.action(.copy("Tiger_372 works")), on: field("other")))
    #expect(later?.value.action == .copy("‹password› works"))
  }

  @Test("A secret like a common word does not spread over addresses and names")
  func commonWords() throws {
    var sanitizer = try trackerSanitizer()
    _ = sanitizer.sanitize(event(.action(.fill("admin")), on: field("p", ["type": "password"])))
    var place = tracker
    place.document = "https://tracker.example.org/admin/users/"
    let click = event(.action(.click(Click())), on: field("f", value: "on"), in: place)
    #expect(sanitizer.sanitize(click)?.value == click)
    let pasted = sanitizer.sanitize(event(.action(.paste("admin", from: nil)), on: field("other")))
    #expect(pasted?.value.action?.argument == "‹password›")
  }

  @Test("Ordinary work is kept as it is")
  func ordinaryWork() throws {
    var sanitizer = try trackerSanitizer(keepsText: false)
    let values = [
      "Printer jams", "2026-11-24", "1,234.56", "INV-2026-0042", "Main Street 5, 12345 Berlin", "50 %", "EUR",
      "ACME GmbH",
      "PO7962513", "99M-240985", "approve", "Amount does not match the order", "v1.2.3", "true", "14:30",
      "Müller, Anna",
    ]
    for value in values {
      let fill = event(.action(.fill(value)), on: field("f", value: value))
      #expect(sanitizer.sanitize(fill)?.value == fill)
    }
  }

  @Test("An element on the page compares with the one in the journal")
  func observed() throws {
    var sanitizer = try trackerSanitizer()
    let link = Element(role: .link, name: "anna@example.org", attributes: ["tag": "a", "text": "anna@example.org"])
    let recorded = sanitizer.sanitize(event(.action(.click(Click())), on: link))?.value.element
    #expect(recorded != link)
    #expect(sanitizer.sanitize(link, in: tracker, on: .browser, at: monday) == recorded)
  }

  @Test("Sanitising twice changes nothing, whatever the text")
  func idempotent() throws {
    var sanitizer = try trackerSanitizer(keepsText: false)
    for text in RuleTable.standard.rules.flatMap({ $0.finds + $0.passes }).map({ Marked($0).text }) {
      let once = try sanitizer.kept(event(.action(.fill(text)), on: field("f")))
      #expect(sanitizer.sanitize(once)?.value == once)
    }
  }

  @Test("A cell is called by what stands in it, which its column may say is secret; a button in it is not")
  func column() throws {
    var sanitizer = try trackerSanitizer()
    let surroundings = Surroundings(column: "Password")
    let cell = Element(
      role: "cell", name: "Sonne#17", attributes: ["tag": "td", "text": "Sonne#17"], surroundings: surroundings)
    let kept = try #require(sanitizer.sanitize(event(.action(.click(Click())), on: cell))?.value.element)
    #expect(Withheld(kept.name)?.kind == .password)
    #expect(kept.attributes["text"] == kept.name)
    let button = Element(role: .button, name: "Change", surroundings: surroundings)
    #expect(sanitizer.sanitize(event(.action(.click(Click())), on: button))?.value.element?.name == "Change")
  }
}
