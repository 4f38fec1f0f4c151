import Exchange
import Foundation
import Testing
import Trace

@Suite("XES, whatever the file")
struct XESPropertyTests {
  @Test("What is written reads back as the same value")
  func roundTrip() throws {
    #expect(try EventLog(xes: SampleLog.log.xes, named: "a.xes") == SampleLog.log)
    var random = Random(seed: 7)
    for _ in 0..<300 {
      let log = random.log()
      #expect(try EventLog(xes: log.xes, named: "a.xes") == log)
    }
  }

  @Test("A file cut off anywhere is refused with its place, unless only white space is missing")
  func truncated() {
    let bytes = Array(SampleLog.text.utf8)
    for count in 0..<bytes.count {
      #expect(throws: XESError.self) { try EventLog(xes: Data(bytes[..<count]), named: "a.xes") }
    }
  }

  @Test("A file with bytes changed, removed or doubled is refused, or read as something that can be written again")
  func mutated() throws {
    var random = Random(seed: 11)
    var refused = 0
    let pieces = ["<", ">", "/", "\"", "&", "]]>", "<!--", "xmlns=\"a\" ", "<values>", "</event>", "\u{0}", "é", "="]
    for _ in 0..<4000 {
      var bytes = Array(SampleLog.text.utf8)
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        let end = min(bytes.count, place + random.below(40))
        switch random.below(4) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
        default: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: place)
        }
      }
      do {
        let log = try EventLog(xes: Data(bytes), named: "a.xes")
        #expect(try EventLog(xes: log.xes, named: "a.xes") == log)
      } catch {
        refused += 1
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
    #expect(refused > 1000 && refused < 4000)
  }

  @Test("Dates keep their instant and offset through text, over all years of four digits")
  func dates() throws {
    var random = Random(seed: 3)
    for _ in 0..<2000 {
      // 0001-01-02 … 9999-12-30, in microseconds.
      let instant = Moment(
        microseconds: Int64.random(in: -62_135_500_000_000_000...253_402_000_000_000_000, using: &random))
      let value = EventLog.Value.date(instant, offset: random.below(1440 * 2 - 1) - 1439)
      let text = try #require(value.text)
      let log = try EventLog(xes: Data("<log><date key='a' value='\(text)'/></log>".utf8), named: "a.xes")
      #expect(log.attributes == [EventLog.Attribute("a", value)])
    }
  }
}

/// Values made from a seed (SplitMix64).
private struct Random: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func text() -> String {
    let pieces = ["a", "B", " ", "&", "<", ">", "\"", "'", "\n", "\t", "\r", "é", "😀", "]]>", "&amp;", "--", ""]
    return (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  mutating func attribute(depth: Int) -> EventLog.Attribute {
    let children = depth < 3 && below(5) == 0 ? (0..<below(3)).map { _ in attribute(depth: depth + 1) } : []
    let value: EventLog.Value =
      switch below(depth < 3 ? 8 : 6) {
      case 0: .string(text())
      case 1: .id(text())
      case 2:
        .date(
          Moment(microseconds: Int64(below(2_000_000_000)) * 1_000_000 + Int64(below(1_000_000))), offset: below(120))
      case 3: .int(Int64(bitPattern: next()))
      case 4: .float(Double(Int64(bitPattern: next())) / 1e9)
      case 5: .boolean(below(2) == 0)
      case 6: .list((0..<below(3)).map { _ in attribute(depth: depth + 1) })
      default: .container
      }
    return EventLog.Attribute("k\(below(4))\(text())", value, children: children)
  }

  mutating func table(_ count: Int) -> AttributeTable {
    var builder = AttributeTable.Builder()
    for _ in 0..<count {
      builder.addRow()
      for _ in 0..<below(4) { builder.append(attribute(depth: 0)) }
    }
    return builder.table
  }

  mutating func log() -> EventLog {
    let traces = below(4)
    let starts = (0..<traces).map { _ in below(4) }.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    return EventLog(
      header: EventLog.Header(
        features: text(), extensions: [.concept, .time],
        globals: [EventLog.Global(scope: .event, attributes: [attribute(depth: 0)])],
        classifiers: [EventLog.Classifier(name: text(), keys: ["a", "b c", ""])]),
      attributes: (0..<below(3)).map { _ in attribute(depth: 0) }, traces: table(traces),
      events: table(starts[traces] + below(2)), starts: starts)
  }
}
