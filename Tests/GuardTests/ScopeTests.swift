import Testing
import Trace

@testable import Guard

@Suite("A scope lets in what it names and nothing else")
struct ScopeTests {
  static let named: [(String, String, Bool)] = [
    ("https://tracker.example.org", "https://tracker.example.org/a/b", true),
    ("https://tracker.example.org", "https://TRACKER.example.org:443/", true),
    ("https://tracker.example.org", "http://tracker.example.org/", false),
    ("https://tracker.example.org", "https://tracker.example.org:8443/", false),
    ("https://tracker.example.org", "https://tracker.example.org.evil.example/", false),
    ("https://tracker.example.org", "https://tracker.example.org@evil.example/", false),
    ("https://tracker.example.org", "https://evil.example/https://tracker.example.org/", false),
    ("https://tracker.example.org/billing", "https://tracker.example.org/billing/12", true),
    ("https://tracker.example.org/billing", "https://tracker.example.org/billing", true),
    ("https://tracker.example.org/billing/*", "https://tracker.example.org/billing/12", true),
    ("https://tracker.example.org/billing", "https://tracker.example.org/billings", false),
    ("https://tracker.example.org/billing", "https://tracker.example.org/billing/../admin", false),
    ("https://*.example.org", "https://a.b.example.org/", true),
    ("https://*.example.org", "https://example.org/", false),
    ("https://*.example.org", "https://evilexample.org/", false),
    ("localhost:8000", "http://localhost:8000/admin/", true),
    ("localhost:8000", "http://localhost:8001/admin/", false),
    ("http://localhost:*", "http://localhost:39123/", true),
    ("http://[::1]:8000", "http://[::1]:8000/x", true),
    ("tracker.example.org", "https://tracker.example.org/", true),
    ("/home/anna/invoices", "file:///home/anna/invoices/a.csv", true),
    ("/home/anna/invoices", "/home/anna/invoices-old/a.csv", false),
  ]

  @Test("A pattern names what a person would say it names", arguments: named)
  func pattern(written: String, document: String, isNamed: Bool) throws {
    #expect(try PlacePattern(written).matches(document: document) == isNamed)
  }

  @Test(
    "A pattern that names nothing, or everything, is refused with a sentence",
    arguments: [
      "", "*", "https://*", "https://", "ftp://example.org", "app:", "/", "https://a.*.org", "https://a.org:0",
      "window:", "window: *",
    ])
  func refused(written: String) throws {
    let error = #expect(throws: GuardError.self) { try PlacePattern(written) }
    #expect(error?.reason.hasSuffix(".") == true)
  }

  @Test("A window is excepted as long as its title has the words in it; naming it lets nothing in")
  func windows() throws {
    let words = try PlacePattern("window: Salaries 2026")
    let scope = Scope(
      places: [try PlacePattern("app:mousepad"), try PlacePattern("window:notes")], excluded: [words],
      surfaces: [.desktop], from: Moment(seconds: 0))
    func contains(_ application: String, _ title: String) -> Bool {
      scope.contains(
        Place(application: application, window: "1", title: title), on: .desktop, at: Moment(seconds: 1))
    }
    #expect(contains("mousepad", "Notes"))
    #expect(contains("mousepad", "Salaries of 2026"))
    #expect(!contains("mousepad", "*SALARIES 2026.txt - Mousepad"))
    #expect(!contains("featherpad", "notes"))
  }
}
