import Distill
import Foundation
import Testing
import Trace

@Suite("Evaluating transformations")
struct EvaluationTests {
  private func evaluate(_ parts: TextExpression..., on inputs: String...) -> String? {
    Transformation(parts: parts).evaluate(on: inputs)
  }

  @Test("A piece is cut out by what stands beside it, counted from the start or from the end")
  func pieces() {
    func piece(_ span: TextSpan) -> String? { evaluate(.text(TextPiece(input: 0, span: span)), on: "one-two-three") }
    let dash = [TextToken.literal("-")]
    #expect(piece(.whole) == "one-two-three")
    #expect(piece(.between(.fromStart(0), .boundary(left: [], right: dash, occurrence: 0))) == "one")
    #expect(piece(.between(.boundary(left: dash, right: [], occurrence: -1), .fromEnd(0))) == "three")
    #expect(piece(.first(2, from: .boundary(left: dash, right: [.run(.lower)], occurrence: 0))) == "tw")
    #expect(piece(.last(3, before: .fromEnd(2))) == "thr")
    #expect(piece(.shaped([.run(.letter, length: 3)], occurrence: 1)) == "two")
    #expect(piece(.shaped([.run(.letter, length: 5)], occurrence: 0)) == "three")
    #expect(piece(.between(.boundary(left: dash, right: [], occurrence: 2), .fromEnd(0))) == nil)
    #expect(piece(.between(.fromEnd(0), .fromStart(0))) == nil)
  }

  @Test("An input that is not there has no piece")
  func missingInput() {
    #expect(evaluate(.input(1), on: "a") == nil)
    #expect(evaluate(.constant("x"), .input(0), on: "a") == "xa")
  }

  @Test("Letters of every script change case, and marks stay with their letters")
  func casing() {
    func cased(_ casing: TextPiece.Casing, _ text: String) -> String? {
      evaluate(.text(TextPiece(input: 0, casing: casing)), on: text)
    }
    #expect(cased(.upper, "straße è") == "STRAßE È")
    #expect(cased(.title, "JEAN-LUC o'neil ÉMILE") == "Jean-Luc O'Neil Émile")
    #expect(cased(.sentence, "ÜBER alles") == "Über alles")
    #expect(evaluate(.text(TextPiece(input: 0, preparation: .keep(.letter))), on: "e\u{301}1a") == "e\u{301}a")
  }

  @Test(
    "Preparations change the whole input first",
    arguments: [
      (TextPiece.Preparation.keep(.digit), "5259492246"), (.drop(.punctuation), "525 949 2246"),
      (.replace(" ", with: "-"), "(525)-949-2246"), (.replace("(", with: ""), "525) 949 2246"),
    ])
  func preparations(preparation: TextPiece.Preparation, expected: String) {
    #expect(evaluate(.text(TextPiece(input: 0, preparation: preparation)), on: "(525) 949 2246") == expected)
  }

  @Test("White space is squeezed and initials are taken")
  func words() {
    #expect(evaluate(.text(TextPiece(input: 0, preparation: .squeezed)), on: "  Jan \t Weiß ") == "Jan Weiß")
    #expect(evaluate(.text(TextPiece(input: 0, preparation: .initials)), on: "Jan van der Weiß") == "JvdW")
  }

  @Test("The first case whose condition holds and whose parts apply gives the result")
  func cases() {
    let transformation = Transformation(cases: [
      .init(condition: .contains(.run(.letter), input: 0), parts: nil),
      .init(condition: .atLeast(DecimalNumber(100), input: 0), parts: [.constant("many")]),
      .init(
        condition: .not(.isEmpty(input: 0)), parts: [.text(TextPiece(input: 0, span: .first(2, from: .fromStart(0))))]),
      .init(parts: [.constant("few")]),
    ])
    #expect(
      ["none", "120", "17", "5", ""].map { transformation.evaluate(on: [$0]) } == [nil, "many", "17", "few", "few"])
  }

  @Test("A transformation survives being written and read")
  func coding() throws {
    let transformation = Transformation(cases: [
      .init(
        condition: .not(.count(2, of: .literal("-"), input: 0)),
        parts: [
          .number(
            NumberPiece(
              source: NumberSource(input: 0, occurrence: -1, decimals: .comma), exponent: -3,
              rounding: NumberRounding(unit: DecimalNumber(25, exponent: -1), mode: .up), format: NumberFormat())),
          .date(
            DatePiece(
              source: DateSource(input: 1), rounding: .time(unit: 900, offset: 0, mode: .down, shift: 0),
              format: [.field(.paddedHour), .literal(":"), .name(.halfDay, .english, .lower)])),
        ]),
      .init(parts: nil),
    ])
    let data = try JSONEncoder().encode(transformation)
    #expect(try JSONDecoder().decode(Transformation.self, from: data) == transformation)
  }
}

@Suite("Numbers in texts")
struct NumberTests {
  private func read(_ text: String, _ decimals: NumberSource.Decimals = .point, _ occurrence: Int = 0) -> String? {
    let source = NumberSource(input: 0, occurrence: occurrence, decimals: decimals)
    return Transformation(parts: [.number(NumberPiece(source: source, format: NumberFormat()))]).evaluate(on: [text])
  }

  @Test("Numbers are read as they are written in several countries")
  func reading() {
    #expect(read("$ 1,234.50") == "1234.5")
    #expect(read("1.234,50 €", .comma) == "1234.5")
    #expect(read("1 234 567,8", .comma) == "1234567.8")
    #expect(read("CHF 1'234.05") == "1234.05")
    #expect(read("-$5.20") == "-5.2")
    #expect(read("875-259-4922", .point, 1) == "259")
    #expect(read(".5") == "0.5")
    #expect(read("0e+04") == "0")
    #expect(read("1.5e3") == "1500")
    #expect(read("version 1.2.3", .point, -1) == "3")
    #expect(read("no number") == nil)
    #expect(read("0.74800000000000000001") == "0.748")
    #expect(read("12345678901234567890") == "12345678901234567890")
  }

  @Test("Zeros at the end are kept where the format says so, also across a power of ten")
  func zeros() {
    func write(_ text: String, _ exponent: Int) -> String? {
      let piece = NumberPiece(
        source: NumberSource(input: 0), exponent: exponent, format: NumberFormat(keepsZeros: true))
      return Transformation(parts: [.number(piece)]).evaluate(on: [text])
    }
    #expect(write("12.50", 0) == "12.50")
    #expect(write("12.50", -3) == "0.01250")
    #expect(write("1.00", 3) == "1000")
  }

  @Test("Rounding goes to the multiple that its mode names, also below zero")
  func rounding() {
    func round(_ text: String, _ unit: DecimalNumber, _ mode: RoundingMode) -> String? {
      let piece = NumberPiece(
        source: NumberSource(input: 0), rounding: NumberRounding(unit: unit, mode: mode), format: NumberFormat())
      return Transformation(parts: [.number(piece)]).evaluate(on: [text])
    }
    let half = DecimalNumber(5, exponent: -1)
    #expect(RoundingMode.allCases.map { round("2.75", half, $0) } == ["3", "2.5", "3", "2.5"])
    #expect(RoundingMode.allCases.map { round("-2.75", half, $0) } == ["-3", "-3", "-2.5", "-2.5"])
    #expect(round("105", DecimalNumber(10), .nearest) == "110")
    #expect(round("0", DecimalNumber(10), .up) == "0")
  }

  @Test("A decimal number and its text are the same")
  func text() {
    for text in ["0", "-0.5", "1200", "0.001", "-17.25", "99999999999999999999999999999999999"] {
      #expect(DecimalNumber(text)?.description == text)
    }
    #expect(DecimalNumber("1.50") == DecimalNumber(15, exponent: -1))
    for text in ["", "-", ".", "1,5", "1e5", "9999999999999999999999999999999999999999"] {
      #expect(DecimalNumber(text) == nil)
    }
  }
}

@Suite("Dates in texts")
struct DateTests {
  private func iso(_ text: String, _ order: DateSource.Order = .dayMonthYear) -> String? {
    let date = DatePiece(
      source: DateSource(input: 0, order: order),
      format: [.field(.year), .literal("-"), .field(.paddedMonth), .literal("-"), .field(.paddedDay)])
    return Transformation(parts: [.date(date)]).evaluate(on: [text])
  }

  @Test(
    "One day, written in many ways",
    arguments: [
      "2031-01-31", "31.01.2031", "31/1/2031", "31 Jan 2031", "January 31, 2031", "Jan 31st, 2031", "31-Jan-31",
      "31. Januar 2031", "le 31 janvier 2031", "Friday, January 31, 2031", "20310131", "2031-031", "31--1--2031",
      "due 2031/01/31 at noon", "2031-W05-5", "Fri wk 5 in 2031", "Jan 2031 Fri 5", "5th Friday of January 2031",
      "Thing 31 of 1 in 2031",
    ])
  func forms(text: String) {
    #expect(iso(text) == "2031-01-31")
  }

  @Test("What numbers mean depends on their order, and what is no date is none")
  func orders() {
    #expect(iso("1/31/2031", .monthDayYear) == "2031-01-31")
    #expect(iso("1/31/2031", .dayMonthYear) == "2031-01-31")
    #expect(iso("1/2/2031", .dayMonthYear) == "2031-02-01")
    #expect(iso("2031-31-01", .yearDayMonth) == "2031-01-31")
    #expect(iso("29.02.2023") == nil)
    #expect(iso("29.02.2024") == "2024-02-29")
    #expect(iso("1.1.97") == "1997-01-01")
  }

  @Test("Weekdays and weeks agree with the calendar")
  func calendar() {
    func write(_ text: String, _ items: DateFormatItem...) -> String? {
      Transformation(parts: [.date(DatePiece(source: DateSource(input: 0), format: items))]).evaluate(on: [text])
    }
    #expect(write("1809-02-12", .name(.weekday, .english, .unchanged)) == "Sunday")
    #expect(write("2024-12-30", .field(.week)) == "1")
    #expect(write("2021-01-03", .field(.week)) == "53")
    #expect(write("2024-12-31", .field(.dayOfYear)) == "366")
    #expect(write("12:05 am", .field(.paddedHour), .literal(":"), .field(.paddedMinute)) == "00:05")
    #expect(write("23:15", .field(.hour12), .name(.dottedHalfDay, .english, .lower)) == "11p.m.")
    #expect(write("23:15", .field(.year)) == nil)
  }

  @Test("Times are brought to their grid, and dates to the ends of their span")
  func rounding() {
    func time(_ text: String, _ rounding: DateRounding) -> String? {
      let piece = DatePiece(
        source: DateSource(input: 0), rounding: rounding,
        format: [.field(.paddedHour), .literal(":"), .field(.paddedMinute)])
      return Transformation(parts: [.date(piece)]).evaluate(on: [text])
    }
    #expect(time("18:25:57", .time(unit: 900, offset: 0, mode: .down, shift: 0)) == "18:15")
    #expect(time("23:50", .time(unit: 1800, offset: 0, mode: .nearest, shift: 0)) == "00:00")
    #expect(time("00:10", .time(unit: 3600, offset: 1800, mode: .down, shift: 0)) == "23:30")
    func day(_ text: String, _ unit: DateUnit, _ count: Int, last: Bool) -> String? {
      let piece = DatePiece(
        source: DateSource(input: 0), rounding: .calendar(unit, count: count, last: last),
        format: [.field(.year), .literal("-"), .field(.month), .literal("-"), .field(.day)])
      return Transformation(parts: [.date(piece)]).evaluate(on: [text])
    }
    #expect(day("2024-02-10", .month, 1, last: true) == "2024-2-29")
    #expect(day("2024-08-10", .month, 3, last: false) == "2024-7-1")
    #expect(day("2024-08-10", .week, 1, last: false) == "2024-8-5")
    #expect(day("1987-08-10", .year, 10, last: true) == "1989-12-31")
  }
}
