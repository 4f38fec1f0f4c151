import Exchange
import Foundation
import Testing
import Trace

@Suite("XES that cannot be read")
struct XESRefusalTests {
  @Test(
    "What is wrong is said with its line and column",
    arguments: [
      ("", 1, 1, .empty),
      ("PK", 1, 1, .notXML),
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><log/>", 1, 1, .encoding("ISO-8859-1")),
      ("<process/>", 1, 1, .otherRoot("process")),
      ("<log>\n <trace>\n  <event>", 3, 10, .unclosed(element: "event")),
      ("<log>\n <trace></log>", 2, 9, .mismatched(expected: "trace")),
      ("<log></log></log>", 1, 12, .unopened),
      ("<log/><log/>", 1, 7, .secondRoot),
      ("<log/>more", 1, 7, .textAfterEnd),
      ("<log", 1, 1, .unclosedTag),
      ("<log a", 1, 6, .noValue),
      ("<log a=b>", 1, 6, .noValue),
      ("<log a='1' a='2'/>", 1, 12, .repeatedAttribute("a")),
      ("<log a='1'b='2'/>", 1, 11, .unexpectedCharacter),
      ("<log a='<'/>", 1, 9, .unclosedValue),
      ("<log><!-- ", 1, 6, .unended("-->")),
      ("<log>< /log>", 1, 7, .unexpectedCharacter),
      ("<log><a:b/></log>", 1, 7, .undeclaredPrefix("a")),
      ("<log><event><string key='a' value='&nbsp;'/></event></log>", 1, 36, .badReference),
      ("<log><event><string key='a' value='&#0;'/></event></log>", 1, 36, .badReference),
      ("<log><event><string key='a' value='\u{1}'/></event></log>", 1, 36, .controlCharacter),
      ("<log><event><string value='1'/></event></log>", 1, 13, .missing("key", of: "string")),
      ("<log><event><string key='1'/></event></log>", 1, 13, .missing("value", of: "string")),
      ("<log><event><text key='1'/></event></log>", 1, 13, .unknownElement("text", inside: "event")),
      ("<log><event/><trace/></log>", 1, 14, .eventBetweenTraces),
      ("<log><global scope='log'/></log>", 1, 6, .badScope),
      ("<log><event>\n<date key='a' value='yesterday'/></event></log>", 2, 22, .badValue(.date)),
      ("<log><event><date key='a' value='2023-02-29T00:00:00Z'/></event></log>", 1, 34, .badValue(.date)),
      ("<log><event><int key='a' value='9223372036854775808'/></event></log>", 1, 33, .badValue(.int)),
      ("<log><event><float key='a' value='0x1p3'/></event></log>", 1, 35, .badValue(.float)),
      ("<log><event><boolean key='a' value='yes'/></event></log>", 1, 37, .badValue(.boolean)),
    ] as [(String, Int, Int, XESError.Problem)])
  func refusals(text: String, line: Int, column: Int, problem: XESError.Problem) {
    #expect(throws: XESError(file: "a.xes", line: line, column: column, problem: problem)) {
      try EventLog(xes: Data(text.utf8), named: "a.xes")
    }
  }

  @Test("Text that is not UTF-8 is refused where it stands, the first time and when tags look alike")
  func notUTF8() {
    for repeats in [0, 2] {
      let start = "<log><event>" + String(repeating: "<string key='a' value='1'/>", count: repeats)
      let data = Data((start + "<string key='a' value='M").utf8) + [0xFC] + Data("ller'/></event></log>".utf8)
      #expect(throws: XESError(file: "a.xes", line: 1, column: start.utf8.count + 24, problem: .notUTF8)) {
        try EventLog(xes: data, named: "a.xes")
      }
    }
    #expect(throws: XESError(file: "a.xes", line: 1, column: 1, problem: .encoding("UTF-16"))) {
      try EventLog(xes: Data([0xFF, 0xFE, 0x3C, 0x00]), named: "a.xes")
    }
  }

  @Test("Nesting without end is refused, not followed")
  func nesting() {
    let text = "<log>" + String(repeating: "<container key='a'>", count: 100_000)
    #expect(throws: XESError.self) { try EventLog(xes: Data(text.utf8), named: "a.xes") }
  }

  @Test("A sentence names the file and the place, and never a value of the log")
  func sentences() {
    let error = XESError(file: "a.xes", line: 3, column: 7, problem: .badValue(.date))
    #expect(
      "\(error)" == "“a.xes”, line 3, column 7: This value is no date such as 2026-11-23T09:00:00.000+01:00.")
  }
}
