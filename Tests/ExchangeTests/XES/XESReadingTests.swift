import Exchange
import Foundation
import Testing
import Trace

@Suite("Reading XES")
struct XESReadingTests {
  @Test("Everything the standard knows is read: header, nested attributes, lists, containers, loose events")
  func everything() throws {
    let log = try EventLog(xes: Data(SampleLog.text.utf8), named: "a.xes")
    #expect(log == SampleLog.log)
    #expect(log.starts == [0, 2, 2])
    #expect(log.loose == 2..<3)
  }

  @Test(
    "Kinds of value are read as XML writes them",
    arguments: [
      ("<string key=\"k\" value=\"a &lt;&amp;&gt; &quot;b&quot; &apos;&#252;&#x1F600;\"/>", .string("a <&> \"b\" 'ü😀")),
      ("<string key='k' value='say \"hi\"'/>", .string("say \"hi\"")),
      ("<string key=\"k\" value=\"one\r\ntwo\tthree&#10;four\"/>", .string("one two three\nfour")),
      ("<string key=\"k\" value=\"\"/>", .string("")),
      ("<string value=\"v\" key=\"k\" />", .string("v")),
      ("<id key=\"k\" value=\"6f1c\"/>", .id("6f1c")),
      ("<int key=\"k\" value=\" -9223372036854775808 \"/>", .int(.min)),
      ("<float key=\"k\" value=\"-1.5E3\"/>", .float(-1500)),
      ("<float key=\"k\" value=\"INF\"/>", .float(.infinity)),
      ("<boolean key=\"k\" value=\"True\"/>", .boolean(true)),
      ("<boolean key=\"k\" value=\"0\"/>", .boolean(false)),
      ("<date key=\"k\" value=\"1970-01-01T00:00:01Z\"/>", .date(Moment(microseconds: 1_000_000), offset: 0)),
      ("<date key=\"k\" value=\"1970-01-01T01:00:00.5+01:00\"/>", .date(Moment(microseconds: 500_000), offset: 60)),
      (
        "<date key=\"k\" value=\"1969-12-31T18:30:00.1234567-05:30\"/>",
        .date(Moment(microseconds: 123_456), offset: -330)
      ),
      (
        "<date key=\"k\" value=\"2024-02-29T00:00:00\"/>", .date(Moment(microseconds: 1_709_164_800_000_000), offset: 0)
      ),
      ("<container key=\"k\"/>", .container),
      ("<list key=\"k\"><values/></list>", .list([])),
    ] as [(String, EventLog.Value)])
  func values(element: String, value: EventLog.Value) throws {
    // Twice, since the second is read by what was remembered of the first.
    let text = "<log><trace><event>\(element)</event><event>\(element)</event></trace></log>"
    let log = try EventLog(xes: Data(text.utf8), named: "a.xes")
    #expect(log.events.attributes(at: 0) == [EventLog.Attribute("k", value)])
    #expect(log.events.attributes(at: 1) == [EventLog.Attribute("k", value)])
  }

  @Test("Comments, CDATA, instructions, a document type and white space are passed over")
  func passedOver() throws {
    let text = """
      \u{FEFF}<?xml version='1.0' encoding='utf-8'?>
      <!DOCTYPE log [ <!ENTITY x "<log>"> <!-- it's > --> ]>
      <?style none?><!-- <trace> -->
      <log ><!-- - --><trace\n>text &amp; more<![CDATA[ <event> ]]>
      <event><string key="a" value="1"/> <!-- <string key="b"/> --> <?x y?></event ></trace></log> <!-- end -->

      """
    let log = try EventLog(xes: Data(text.utf8), named: "a.xes")
    #expect(log.events.attributes(at: 0) == [EventLog.Attribute("a", .string("1"))])
    #expect(log.traces.count == 1 && log.events.count == 1)
  }

  @Test("The standard's elements are told by their namespace, whatever the prefix; others are passed over")
  func namespaces() throws {
    let text = """
      <x:log xmlns:x="http://www.xes-standard.org/" xmlns:o="urn:other"><o:note><trace/></o:note>
      <x:trace><o:event/><x:event><x:string key="a" value="1"/><o:string key="b" value="2"/>
      <string xmlns="urn:other" key="c" value="3"/><string xmlns="http://www.xes-standard.org/" key="d" value="4"/>
      </x:event></x:trace></x:log>
      """
    let log = try EventLog(xes: Data(text.utf8), named: "a.xes")
    #expect(log.traces.count == 1)
    #expect(
      log.events.attributes(at: 0) == [
        EventLog.Attribute("a", .string("1")), EventLog.Attribute("d", .string("4")),
      ])
  }

  @Test("A key that comes twice in an event, or with two kinds, keeps both values")
  func repeatedKeys() throws {
    let text = """
      <log><trace><event><string key="a" value="1"/><string key="a" value="2"/><int key="a" value="3"/></event>
      <event><int key="a" value="4"/></event><event><string key="a" value="5"/><string key="a" value="6"/></event>
      </trace></log>
      """
    let log = try EventLog(xes: Data(text.utf8), named: "a.xes")
    let rows = log.events.indices.map { log.events.attributes(at: $0).map(\.value) }
    #expect(rows == [[.string("1"), .string("2"), .int(3)], [.int(4)], [.string("5"), .string("6")]])
  }

  @Test("A file compressed by gzip, of one part or several, reads like the plain one")
  func compressed() throws {
    let part = Data(base64Encoded: SampleLog.gzippedStart)! + Data(base64Encoded: SampleLog.gzippedEnd)!
    let log = try EventLog(xes: part, named: "a.xes.gz")
    #expect(log.events.attributes(at: 0) == [EventLog.Attribute("a", .string("1"))])
    for count in [3, 15, part.count - 3] {
      #expect(throws: XESError(file: "a.xes.gz", line: 1, column: 1, problem: .damagedCompression)) {
        try EventLog(xes: part.prefix(count), named: "a.xes.gz")
      }
    }
    #expect(throws: XESError(file: "a.xes.gz", line: 1, column: 1, problem: .tooLarge(limit: 20))) {
      try EventLog(xes: part, named: "a.xes.gz", limit: 20)
    }
  }
}
