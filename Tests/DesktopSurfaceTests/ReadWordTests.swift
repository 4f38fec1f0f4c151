import Testing
import Trace

@testable import DesktopSurface

@Suite("Words that are read in a picture")
struct ReadWordTests {
  private static let table = """
    level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
    1\t1\t0\t0\t0\t0\t0\t0\t960\t240\t-1\t
    4\t1\t1\t1\t1\t0\t30\t60\t300\t30\t-1\t
    5\t1\t1\t1\t1\t1\t30\t60\t90\t30\t96.5\tSave
    5\t1\t1\t1\t1\t2\t132\t60\t120\t30\t91\tdraft
    5\t1\t1\t1\t1\t3\t300\t60\t60\t30\t95\t 
    5\t1\t1\t1\t1\t4\t-3\t60\t60\t30\t95\toutside
    5\t1\t1\t1\t1\t5\t3\t60\t60\t30\tnan\tunsure
    5\t1\t1\t1\t1\t6\t99999999999999\t60\t60\t30\t95\tfar
    5\t1\t1\t1\t2
    """

  @Test("Each line of the table that says all of a word is one, and every other is passed over")
  func parses() {
    let words = [ReadWord](table: Self.table)
    #expect(
      words == [
        ReadWord(
          text: "Save", bounds: Bounds(x: 30, y: 60, width: 90, height: 30), confidence: 96.5, line: [1, 1, 1, 1]),
        ReadWord(
          text: "draft", bounds: Bounds(x: 132, y: 60, width: 120, height: 30), confidence: 91, line: [1, 1, 1, 1]),
      ])
    #expect(
      words[0].placed(at: Point(x: 100, y: 200), enlarged: 3).bounds == Bounds(x: 110, y: 220, width: 30, height: 10))
    #expect([ReadWord](table: "") == [])
  }

  @Test("What belongs together is what the line says without a wide gap, where the pointer is")
  func runs() {
    let words = [
      word("Save", 10, 20, 40), word("draft", 56, 20, 40), word("Discard", 150, 20, 60), word("Total", 10, 60, 40),
    ]
    func run(_ x: Double, _ y: Double) -> [String] { words.run(at: Point(x: x, y: y)).map(\.text) }
    #expect(run(30, 25) == ["Save", "draft"])
    #expect(run(53, 25) == ["Save", "draft"])
    #expect(run(180, 14) == ["Discard"])
    #expect(run(145, 25) == ["Discard"])
    #expect(run(123, 25) == [])
    #expect(run(20, 65) == ["Total"])
    #expect(run(20, 90) == [])
    #expect([ReadWord]().run(at: Point(x: 0, y: 0)) == [])
  }

  @Test(
    "Only words of letters are told, never a number, and nothing that the reader is not sure of",
    arguments: [
      (["Save", "draft…"], "Save draft…"), (["(Log-in)", "don’t"], "(Log-in) don’t"),
      (["Save", "&", "close"], "Save & close"),
      (["Total:", "120.5"], "Total:"), (["1205"], nil), (["INV-2024"], nil), (["lOO"], nil), (["A"], nil),
      (["eeeeee"], nil), (["&"], nil),
      (["anna@example.org"], nil), (["www.example.org"], nil), (["DE89", "3704", "0044"], nil), (["Größe"], "Größe"),
      (["©File"], nil), ([], nil), (["--"], nil), (["&", "Close"], "Close"),
    ] as [([String], String?)])
  func tells(texts: [String], told: String?) {
    let run = texts.enumerated().map { word($1, Double($0) * 50, 20, 45) }
    #expect(ReadText(run, leavingOut: TypedLetters())?.text == told)
  }

  @Test("What follows a word that is left out is not told: that may say that it is a secret")
  func namesBeforeValues() {
    var unsure = word("Password:", 10, 20, 90)
    unsure.confidence = 40
    #expect(ReadText([unsure, word("Sesamstrasse", 110, 20, 90)], leavingOut: TypedLetters()) == nil)
    var typed = TypedLetters()
    typed.note("word")
    let run = [word("Password:", 10, 20, 90), word("Sesamstrasse", 110, 20, 90)]
    #expect(ReadText(run, leavingOut: typed) == nil)
    #expect(ReadText(run, leavingOut: TypedLetters())?.text == "Password: Sesamstrasse")
  }

  @Test("The bounds are those of the words that are told")
  func bounds() {
    var unsure = word("draft", 100, 20, 40)
    unsure.confidence = 59
    let run = [word("Save", 10, 20, 40), unsure, word("1205", 150, 20, 40)]
    let read = ReadText(run, leavingOut: TypedLetters())
    #expect(read?.text == "Save")
    #expect(read?.bounds == Bounds(x: 10, y: 20, width: 40, height: 10))
  }

  private func word(_ text: String, _ x: Double, _ y: Double, _ width: Double) -> ReadWord {
    ReadWord(text: text, bounds: Bounds(x: x, y: y, width: width, height: 10), confidence: 96, line: [1, 1, 1, Int(y)])
  }
}
