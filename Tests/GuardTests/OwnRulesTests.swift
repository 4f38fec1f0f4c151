import Testing
import Trace

@testable import Guard

@Suite("The person's own rules")
struct OwnRulesTests {
  static let text = """
    # What is mine
    deny https://office.example.org/private   # nobody's business
    redact field Customer number
    redact place https://office.example.org/notes
    redact text Project Falcon
    redact pattern PRJ-####
    redact pattern case*/#
    allow text support@example.org
    """

  static func sanitizer(_ rules: String = text) throws -> Sanitizer {
    let scope = Scope(
      places: [try PlacePattern("https://office.example.org")], surfaces: [.browser], keepsText: true,
      from: Moment(seconds: 0))
    return Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: [1]), rules: try OwnRules(rules))
  }

  static func event(_ text: String, field: String = "Subject", at path: String = "/") -> Event {
    Event(
      id: EventID(session: "s", sequence: 0), time: Moment(seconds: 1), surface: .browser,
      place: Place(application: "Chromium", window: "1", document: "https://office.example.org\(path)"),
      occurrence: .action(.fill(text)), element: Element(role: .textbox, name: field, value: text))
  }

  private func kept(_ event: Event) throws -> String? {
    var sanitizer = try OwnRulesTests.sanitizer()
    guard case .action(.fill(let text)) = sanitizer.sanitize(event)?.value.occurrence else { return nil }
    return text
  }

  @Test("Nothing of a denied place is kept, although it lies in a granted one")
  func denied() throws {
    #expect(try kept(Self.event("ordinary", at: "/private/1")) == nil)
    #expect(try kept(Self.event("ordinary", at: "/public/1")) == "ordinary")
  }

  @Test("A field by its name and a place withhold what is in them, in the action and in the element")
  func fields() throws {
    for event in [Self.event("4711 Miller", field: "Customer number:"), Self.event("4711 Miller", at: "/notes/7")] {
      var sanitizer = try OwnRulesTests.sanitizer()
      let sanitized = sanitizer.sanitize(event)
      let result = try #require(sanitized).value
      #expect(result.action == .fill("‹ruled›"))
      #expect(result.element?.value.map { !$0.contains("4711") } ?? true)
    }
  }

  @Test(
    "Texts and patterns are withheld wherever they stand, and equal ones stay equal",
    arguments: ["about project falcon today", "see PRJ-1234 please", "a casework/7 b"])
  func texts(text: String) throws {
    let first = try #require(try kept(Self.event(text)))
    #expect(first.contains("‹ruled "))
    #expect(Withheld.isContained(in: first))
    #expect(try kept(Self.event(text.uppercased()))?.contains("‹ruled ") == true)
    #expect(try kept(Self.event(text)) == first)
  }

  @Test("What only looks alike stays", arguments: ["PRJ-12", "the falcon project", "a case b/7"])
  func lookAlikes(text: String) throws {
    #expect(try kept(Self.event(text)) == text)
  }

  @Test("What is allowed is kept although it looks like an address; others are not; a password never is")
  func allowed() throws {
    #expect(try kept(Self.event("write to Support@Example.org")) == "write to Support@Example.org")
    #expect(try kept(Self.event("write to anna@example.org"))?.contains("anna") == false)
    var event = Self.event("support@example.org")
    event.element?.attributes["type"] = "password"
    #expect(try kept(event) == "‹password›")
  }

  @Test(
    "A rule that cannot be read is a sentence with its line",
    arguments: [
      "forbid x", "deny", "redact", "redact text", "allow field x", "redact pattern *", "redact place /",
      "keep 3 weeks", "keep 0 days",
    ])
  func bad(rule: String) throws {
    let error = #expect(throws: GuardError.self) { try OwnRules("# first\n\(rule)\n") }
    #expect(error?.reason.hasPrefix("Line 2 of the rules: ") == true)
  }

  @Test("How long to keep is a number of days")
  func keep() throws {
    #expect(try OwnRules("keep 90 days").daysKept == 90)
    #expect(try OwnRules("").daysKept == nil)
  }

  @Test("Patterns take time in proportion to the text")
  func linear() throws {
    let pattern = try TextPattern("*a*b*c")
    let text = String(repeating: "a", count: 20_000)
    #expect(pattern.ranges(in: text).isEmpty)
  }
}
