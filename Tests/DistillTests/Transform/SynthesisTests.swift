import Distill
import Testing
import Trace

/// Examples, and rows that must come out right from them.
struct Column: CustomTestStringConvertible {
  var testDescription: String
  var shown: [TransformationExample]
  var rest: [TransformationExample]

  init(_ name: String, shown: [String: String], rest: [String: String]) {
    testDescription = name
    self.shown = shown.sorted { $0.key < $1.key }.map { TransformationExample(inputs: [$0.key], output: $0.value) }
    self.rest = rest.sorted { $0.key < $1.key }.map { TransformationExample(inputs: [$0.key], output: $0.value) }
  }

  /// With several inputs a row: the last element is the output.
  init(_ name: String, rows shown: [[String]], rest: [[String]]) {
    testDescription = name
    self.shown = shown.map { TransformationExample(inputs: Array($0.dropLast()), output: $0.last) }
    self.rest = rest.map { TransformationExample(inputs: Array($0.dropLast()), output: $0.last) }
  }

  static let names = [
    Column(
      "Surname first to given name first", shown: ["Müller, Anna": "Anna Müller", "Sommer, Kim": "Kim Sommer"],
      rest: ["van Dyk, Jan": "Jan van Dyk", "Groß-Ilsede, Jörg": "Jörg Groß-Ilsede"]),
    Column(
      "Given name first to surname first", shown: ["Anna Müller": "Müller, Anna", "Kim Sommer": "Sommer, Kim"],
      rest: ["Jörg Weiß": "Weiß, Jörg"]),
    Column(
      "A login of initial and surname", shown: ["Anna Mueller": "amueller", "Kim Sommer": "ksommer"],
      rest: ["Jan Weiss": "jweiss"]),
    Column(
      "Initials with full stops", shown: ["Hanna Albers": "H.A.", "Kim Sommer": "K.S."], rest: ["Jan Weiss": "J.W."]),
    Column(
      "Capitals to a title", shown: ["ANNA MÜLLER": "Anna Müller", "kim SOMMER": "Kim Sommer"],
      rest: ["jan weiß": "Jan Weiß"]),
  ]

  static let addresses = [
    Column(
      "The user of an e-mail address",
      shown: ["anna.mueller@example.org": "anna.mueller", "kim@firma.de": "kim"], rest: ["j.w@x.co.uk": "j.w"]),
    Column(
      "The domain of an e-mail address",
      shown: ["anna.mueller@example.org": "example.org", "kim@firma.de": "firma.de"], rest: ["j.w@x.co.uk": "x.co.uk"]),
    Column(
      "A name out of an e-mail address",
      shown: ["anna.mueller@example.org": "Anna Mueller", "kim.sommer@firma.de": "Kim Sommer"],
      rest: ["jan.weiss@x.co.uk": "Jan Weiss"]),
    Column(
      "The host of a URL",
      shown: ["https://www.example.org/a/b?x=1": "www.example.org", "http://tracker.firma.de/": "tracker.firma.de"],
      rest: ["https://x.io/y": "x.io"]),
    Column(
      "The record's number in a URL",
      shown: ["https://example.org/invoice/123/change/": "123", "https://example.org/invoice/7/change/": "7"],
      rest: ["https://example.org/customer/88/change/": "88"]),
    Column(
      "The last part of a path",
      shown: ["/home/anna/report.pdf": "report.pdf", "/home/kim/docs/plan.docx": "plan.docx"],
      rest: ["/tmp/a.txt": "a.txt"]),
    Column(
      "The folder of a path",
      shown: ["/home/anna/report.pdf": "/home/anna", "/home/kim/docs/plan.docx": "/home/kim/docs"],
      rest: ["/tmp/a.txt": "/tmp"]),
  ]

  static let dates = [
    Column(
      "ISO to German", shown: ["2024-03-09": "09.03.2024", "2023-11-30": "30.11.2023"],
      rest: ["2021-01-05": "05.01.2021"]),
    Column(
      "German to ISO", shown: ["09.03.2024": "2024-03-09", "30.11.2023": "2023-11-30"],
      rest: ["05.01.2021": "2021-01-05"]),
    Column(
      "ISO to American", shown: ["2024-03-09": "3/9/2024", "2023-11-30": "11/30/2023"], rest: ["2021-01-05": "1/5/2021"]
    ),
    Column(
      "Django's form to ISO", shown: ["March 9, 2024": "2024-03-09", "Nov. 30, 2023": "2023-11-30"],
      rest: ["Sept. 5, 2021": "2021-09-05"]),
    Column(
      "Django's time to 24 hours",
      shown: ["March 9, 2024, 2:05 p.m.": "2024-03-09 14:05", "Nov. 30, 2023, 9:15 a.m.": "2023-11-30 09:15"],
      rest: ["Jan. 5, 2021, 12:00 p.m.": "2021-01-05 12:00"]),
    Column(
      "A German month's name", shown: ["2024-03-09": "9. März 2024", "2023-11-30": "30. November 2023"],
      rest: ["2021-01-05": "5. Januar 2021"]),
    Column(
      "The weekday", shown: ["2024-03-09": "Saturday", "2023-11-30": "Thursday"], rest: ["2021-01-05": "Tuesday"]),
    Column("The quarter", shown: ["2024-03-09": "Q1/2024", "2023-11-30": "Q4/2023"], rest: ["2021-05-05": "Q2/2021"]),
    Column("24 hours to 12", shown: ["14:05": "2:05 PM", "09:15": "9:15 AM"], rest: ["00:30": "12:30 AM"]),
    Column(
      "Down to the half hour", shown: ["9:10": "9:00", "14:50": "14:30"], rest: ["16:31": "16:30", "8:05": "8:00"]),
    Column(
      "The two hours that a time is in", shown: ["06:25": "6AM-8AM", "13:10": "12PM-2PM"],
      rest: ["23:59": "10PM-12AM", "04:00": "4AM-6AM"]),
  ]

  static let numbers = [
    Column(
      "An American amount to a German one", shown: ["1,234.50": "1.234,50 €", "99.90": "99,90 €"],
      rest: ["12,000,345.00": "12.000.345,00 €"]),
    Column(
      "A German amount to a plain number", shown: ["1.234,50 €": "1234.50", "99,90 €": "99.90"],
      rest: ["12.000.345,00 €": "12000345.00"]),
    Column("Leading zeros", shown: ["123": "INV-00123", "4567": "INV-04567"], rest: ["1": "INV-00001"]),
    Column(
      "Leading zeros gone", shown: ["INV-2024-00123": "123", "INV-2023-04567": "4567"], rest: ["INV-2024-00001": "1"]),
    Column("Two decimals", shown: ["12.345": "12.35", "7.1": "7.10"], rest: ["100": "100.00"]),
    Column("Ranges of ten", shown: ["23": "20-29", "35": "30-39"], rest: ["41": "40-49", "67": "60-69"]),
    Column("Up to the next fifty", shown: ["31732": "31750", "5816": "5850"], rest: ["5888": "5900", "230": "250"]),
    Column("A share in per cent", shown: ["0.25": "25%", "0.5": "50%"], rest: ["0.75": "75%"]),
    Column("Ordinals", shown: ["1": "1st", "2": "2nd"], rest: ["13": "13th", "23": "23rd"]),
    Column("In a table", shown: ["1.2": "  1.2  ", "18": " 18.   "], rest: ["1.82": "  1.82 ", "100": "100.   "]),
  ]

  static let several = [
    Column(
      "Three columns in one",
      rows: [["Anna", "Müller", "Köln", "Müller, Anna (Köln)"], ["Kim", "Sommer", "Bonn", "Sommer, Kim (Bonn)"]],
      rest: [["Jan", "Weiß", "Ulm", "Weiß, Jan (Ulm)"]]),
    Column("Hour and minute", rows: [["9", "45", "09:45"], ["6", "5", "06:05"]], rest: [["21", "30", "21:30"]]),
    Column(
      "A middle name where there is one",
      rows: [["Anna", "", "Müller", "Anna Müller"], ["Kim", "Li", "Sommer", "Kim Li Sommer"]],
      rest: [["Jan", "", "Weiß", "Jan Weiß"], ["Al", "Bo", "Cy", "Al Bo Cy"]]),
  ]
}

@Suite("Transformations from two examples")
struct SynthesisTests {
  @Test(
    "Every other row comes out right",
    arguments: Column.names + Column.addresses + Column.dates + Column.numbers + Column.several)
  func columns(column: Column) {
    let found = TransformationSynthesizer().synthesize(examples: column.shown, others: column.rest.map(\.inputs))
    let best = found.first?.transformation
    #expect(column.rest.map { best?.evaluate(on: $0.inputs) } == column.rest.map(\.output))
  }

  @Test("Everything that is found agrees with the examples, the likeliest first")
  func agreement() {
    for column in Column.names + Column.addresses + Column.dates + Column.numbers + Column.several {
      let found = TransformationSynthesizer().synthesize(examples: column.shown, others: column.rest.map(\.inputs))
      for ranked in found {
        #expect(column.shown.map { ranked.transformation.evaluate(on: $0.inputs) } == column.shown.map(\.output))
      }
      #expect(found.map(\.cost) == found.map(\.cost).sorted())
    }
  }

  @Test("The same examples give the same result, and an example given twice changes nothing")
  func determinism() {
    for column in Column.names + Column.several {
      let synthesizer = TransformationSynthesizer()
      let others = column.rest.map(\.inputs)
      let found = synthesizer.synthesize(examples: column.shown, others: others)
      #expect(synthesizer.synthesize(examples: column.shown + column.shown, others: others) == found)
    }
  }

  @Test("A result that nothing in the inputs explains is found only as it was shown")
  func unrelated() {
    let found = TransformationSynthesizer().synthesize(examples: [
      TransformationExample(inputs: ["aaa"], output: "17"), TransformationExample(inputs: ["bbb"], output: "q"),
    ])
    #expect(found.first?.transformation.evaluate(on: ["ccc"]) != "17")
    #expect(TransformationSynthesizer().synthesize(examples: []).isEmpty)
  }

  @Test("Rows without a result are told apart from those with one")
  func refusal() {
    let found = TransformationSynthesizer().synthesize(
      examples: [
        TransformationExample(inputs: ["approved 17.50"], output: "17.50"),
        TransformationExample(inputs: ["rejected 3.10"], output: nil),
      ], others: [["approved 8.00"], ["rejected 99.00"]])
    let best = found.first?.transformation
    #expect(best?.evaluate(on: ["approved 8.00"]) == "8.00")
    #expect(best?.evaluate(on: ["rejected 99.00"]) == nil)
  }
}

@Suite("Doubt about transformations")
struct DoubtTests {
  @Test("An order of day and month that the examples leave open is asked, one that they settle is not")
  func dayOrMonth() {
    let synthesizer = TransformationSynthesizer()
    let open = synthesizer.synthesize(
      examples: [TransformationExample(inputs: ["04/04/2024"], output: "4 April 2024")], others: [["05/06/2024"]])
    #expect(open.first?.doubtful == [0])
    let settled = synthesizer.synthesize(
      examples: [
        TransformationExample(inputs: ["04/03/2024"], output: "4 March 2024"),
        TransformationExample(inputs: ["25/12/2023"], output: "25 December 2023"),
      ], others: [["05/06/2024"]])
    #expect(settled.first?.transformation.evaluate(on: ["05/06/2024"]) == "5 June 2024")
    #expect(settled.first?.isAmbiguous == false)
  }

  @Test("Only the inputs on which likely transformations differ are doubtful, by their place among all")
  func places() {
    let found = TransformationSynthesizer().synthesize(
      examples: [
        TransformationExample(inputs: ["red apple"], output: "apple"),
        TransformationExample(inputs: ["green dog"], output: "dog"),
      ], others: [["blue car"], ["very big house"], ["blue car"], ["old hat"]])
    #expect(found.first?.doubtful == [1])
  }

  @Test("A blank input stays blank where every example has the same result")
  func blank() {
    let found = TransformationSynthesizer().synthesize(
      examples: [
        TransformationExample(inputs: ["SF"], output: "San Francisco"),
        TransformationExample(inputs: ["san franc."], output: "San Francisco"),
      ], others: [[""]])
    #expect(found.first?.transformation.evaluate(on: [""]) == "")
  }
}
