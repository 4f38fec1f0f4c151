import Distill
import Testing
import Trace

@Suite("Transformations in words")
struct WordsTests {
  @Test("A person reads what is taken from where and how it is written")
  func words() {
    let swap = Transformation(parts: [
      .text(
        TextPiece(input: 0, span: .between(.boundary(left: [.literal(", ")], right: [], occurrence: 0), .fromEnd(0)))),
      .constant(" "),
      .text(
        TextPiece(
          input: 0, span: .between(.fromStart(0), .boundary(left: [], right: [.literal(",")], occurrence: 0)),
          casing: .upper)),
    ])
    #expect(
      swap.words(for: ["name"])
        == "name from behind the first “, ” on, “ ” and name up to the first “,” in capitals")
    let amount = NumberPiece(
      source: NumberSource(input: 1, occurrence: -1),
      rounding: NumberRounding(unit: DecimalNumber(5, exponent: -2), mode: .up),
      format: NumberFormat(minimumDecimals: 2, maximumDecimals: 2, decimalSign: ",", groupSign: "."))
    #expect(
      Transformation(parts: [.number(amount)]).words(for: ["name"])
        == "the last number in value 2, rounded up to 0.05, written like “1.234,50”")
    let start = DatePiece(
      source: DateSource(input: 0), rounding: .calendar(.month, count: 3, last: false),
      format: [.field(.paddedDay), .literal("."), .field(.paddedMonth)])
    #expect(
      Transformation(parts: [.date(start)]).words(for: ["due"])
        == "the date in due, at the start of its 3 months, as “dd.MM”")
    let cases = Transformation(cases: [
      .init(condition: .not(.contains(.run(.digit), input: 0)), parts: nil),
      .init(parts: [
        .text(
          TextPiece(
            input: 0, span: .shaped([.run(.digit, length: 3), .literal("-"), .run(.digit, length: nil)], occurrence: 0))
        )
      ]),
    ])
    #expect(
      cases.words(for: ["phone"]) == "if not phone contains digits: nothing; otherwise the first “999-9…” in phone")
  }
}
