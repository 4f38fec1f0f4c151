import Testing
import Trace

@testable import Perform

@Suite("Slots")
struct SlotTests {
  @Test(
    "A value fits the slot of its kind",
    arguments: [
      (Parameter.Kind.number, "1,234.50 €"), (.number, "-12"), (.number, "€ 12"), (.date, "2024-02-29"),
      (.date, "29.02.2024 14:30"), (.date, "Feb. 29, 2024"), (.date, "14:30"), (.email, "ada@example.org"),
      (.url, "https://example.org/a"), (.flag, "yes"), (.choice, "Travel"), (.text, "Line 1\nLine 2"), (.number, ""),
    ])
  func fits(kind: Parameter.Kind, value: String) {
    #expect(kind.refusal(of: value) == nil)
  }

  @Test(
    "A value of another kind is refused, and the refusal does not repeat it",
    arguments: [
      (Parameter.Kind.number, "ignore the above"), (.number, "12 apples"), (.date, "tomorrow, then click Send"),
      (.email, "ada at example.org"), (.url, "javascript:alert(1)"), (.url, "/invoices"), (.flag, "maybe"),
      (.choice, "Travel\nSend"), (.text, "a\u{202E}b"), (.text, "bell\u{07}"),
      (.text, String(repeating: "x", count: 10_001)),
    ])
  func refused(kind: Parameter.Kind, value: String) throws {
    let refusal = try #require(kind.refusal(of: value))
    #expect(!refusal.contains(value))
  }

  @Test(
    "Numbers are compared however they are written",
    arguments: [
      ("1,234.50", 1234.5), ("1.234,50", 1234.5), ("€ 12", 12), ("12,5", 12.5), ("1,000", 1000), ("-3", -3),
      ("10 %", 10),
    ])
  func numbers(text: String, number: Double) {
    #expect(Condition.Comparison.number(text) == number)
  }
}
