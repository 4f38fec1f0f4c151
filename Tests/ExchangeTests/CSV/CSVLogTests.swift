import Exchange
import Foundation
import Testing
import Trace

@Suite("Logs as CSV")
struct CSVLogTests {
  @Test("Rows become events of their cases, in the order of the file, with the columns that are named")
  func reading() throws {
    let text = """
      ticket;status;changed;note;case:priority
      T-2;open;2026-11-23T09:00:00+01:00;"said ""hi"";\nand left";high
      T-1;open;2026-11-23 09:01:00;;low

      T-2;closed;2026-11-23T10:00:00Z;done
      """
    let log = try EventLog(
      csv: Data(text.utf8), named: "a.csv",
      columns: LogColumns(case: "ticket", activity: "status", time: "changed"))
    let nine = Moment(microseconds: 1_795_420_800_000_000)
    func later(_ minutes: Int64) -> Moment { Moment(microseconds: nine.microseconds + minutes * 60_000_000) }
    #expect(log.starts == [0, 2, 3])
    #expect(
      log.traces.indices.map { log.traces.attributes(at: $0) } == [
        [.init("concept:name", .string("T-2")), .init("priority", .string("high"))],
        [.init("concept:name", .string("T-1")), .init("priority", .string("low"))],
      ])
    #expect(
      log.events.indices.map { log.events.attributes(at: $0) } == [
        [
          .init("concept:name", .string("open")), .init("time:timestamp", .date(nine, offset: 60)),
          .init("note", .string("said \"hi\";\nand left")),
        ],
        [
          .init("concept:name", .string("closed")), .init("time:timestamp", .date(later(120), offset: 0)),
          .init("note", .string("done")),
        ],
        [.init("concept:name", .string("open")), .init("time:timestamp", .date(later(61), offset: 0))],
      ])
  }

  @Test("What a log of texts and times holds is kept through CSV")
  func roundTrip() throws {
    var traces = AttributeTable.Builder()
    var events = AttributeTable.Builder()
    for (index, name) in ["a,b", "\"q\"", "ü;\n\t"].enumerated() {
      traces.addRow()
      traces.append(.init("concept:name", .string("case \(index)")))
      traces.append(.init("team", .string(name)))
      events.addRow()
      events.append(.init("concept:name", .string(name)))
      events.append(.init("time:timestamp", .date(Moment(microseconds: 1_795_420_800_123_456), offset: -90)))
      if index == 1 { events.append(.init("note", .string("x"))) }
    }
    let log = EventLog(
      header: .init(extensions: [.concept, .time], classifiers: [.activity]), traces: traces.table,
      events: events.table, starts: [0, 1, 2, 3])
    #expect(try EventLog(csv: log.csv, named: "a.csv") == log)
  }

  @Test(
    "What cannot be read is refused with its reason",
    arguments: [
      ("", .noHeader(file: "a.csv")),
      ("a,b,b\n", .repeatedColumn(file: "a.csv", column: "b")),
      ("a,c\n", .missingColumn(file: "a.csv", column: "b", columns: ["a", "c"])),
      ("a,b,t\n1,x,now\n", .badTime(file: "a.csv", row: 1, column: "t")),
      ("a,b,t\n1,x,,more\n", .longRow(file: "a.csv", row: 1, cells: 4, columns: 3)),
      ("a,b,t\n1,\"x\n", .malformed(file: "a.csv", problem: "row 1 has a quotation mark that is not closed")),
    ] as [(String, TableError)])
  func refusals(text: String, error: TableError) {
    #expect(throws: error) {
      try EventLog(
        csv: Data(text.utf8), named: "a.csv", columns: LogColumns(case: "a", activity: "b", time: "t"))
    }
  }
}
