import Testing

@testable import BrowserSurface

@Suite("Origins as a person writes them")
struct OriginPatternTests {
  @Test(
    "A pattern names these origins",
    arguments: [
      ("https://tracker.example.org", "https://tracker.example.org"),
      ("https://tracker.example.org:443/billing", "https://tracker.example.org"),
      ("Tracker.Example.org", "http://tracker.example.org"),
      ("tracker.example.org", "https://tracker.example.org"),
      ("https://*.example.org", "https://a.b.example.org"),
      ("http://localhost:*", "http://localhost:8000"),
      ("localhost:8000", "http://localhost:8000"),
      ("http://[::1]:8000", "http://[::1]:8000"),
    ])
  func names(_ pattern: String, _ origin: String) throws {
    #expect(try #require(OriginPattern(pattern)).matches(origin))
  }

  @Test(
    "A pattern does not name these",
    arguments: [
      ("https://tracker.example.org", "http://tracker.example.org"),
      ("https://tracker.example.org", "https://tracker.example.org.evil.test"),
      ("https://tracker.example.org", "https://evil-tracker.example.org"),
      ("https://tracker.example.org", "https://tracker.example.org:8443"),
      ("https://*.example.org", "https://example.org"),
      ("https://*.example.org", "https://evilexample.org"),
      ("http://localhost:8000", "http://localhost:8001"),
      ("https://tracker.example.org", "null"),
      ("https://tracker.example.org", ""),
    ])
  func doesNotName(_ pattern: String, _ origin: String) throws {
    #expect(try #require(OriginPattern(pattern)).matches(origin) == false)
  }

  @Test(
    "What names no pages is no pattern",
    arguments: [
      "", "/home/anna", "file:///home/anna", "app:soffice", "chrome://settings", "*", "https://*", "https://a@b.test",
    ])
  func noPattern(_ text: String) {
    #expect(OriginPattern(text)?.matches("https://a.test") ?? false == false)
  }
}
