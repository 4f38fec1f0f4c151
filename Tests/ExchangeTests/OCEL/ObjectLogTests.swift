import Exchange
import Foundation
import Testing
import Trace

@Suite("OCEL 2.0")
struct ObjectLogTests {
  private let text = """
    {
      "eventTypes": [{"name": "approve invoice", "attributes": [{"name": "app", "type": "string"}]}],
      "objectTypes": [{"name": "invoice", "attributes": [{"name": "state", "type": "string"}]},
                      {"name": "window", "attributes": []}],
      "events": [{"id": "e1", "type": "approve invoice", "time": "2026-11-23T09:00:07Z",
                  "attributes": [{"name": "app", "value": "firefox"}, {"name": "n", "value": 3}],
                  "relationships": [{"objectId": "INV-7", "qualifier": "approved"}, {"objectId": "w1", "qualifier": "in"}]}],
      "objects": [{"id": "INV-7", "type": "invoice",
                   "attributes": [{"name": "state", "value": true, "time": "2026-11-23T10:00:07+01:00"}],
                   "relationships": [{"objectId": "w1", "qualifier": "shown in"}]},
                  {"id": "w1", "type": "window"}]
    }
    """

  private let log = ObjectLog(
    eventTypes: [.init("approve invoice", attributes: [.init("app")])],
    objectTypes: [.init("invoice", attributes: [.init("state")]), .init("window")],
    events: [
      .init(
        id: "e1", type: "approve invoice", time: Moment(microseconds: 1_795_424_407_000_000),
        attributes: [.init("app", "firefox"), .init("n", "3")],
        relationships: [.init("INV-7", "approved"), .init("w1", "in")])
    ],
    objects: [
      .init(
        id: "INV-7", type: "invoice",
        attributes: [.init("state", "true", since: Moment(microseconds: 1_795_424_407_000_000))],
        relationships: [.init("w1", "shown in")]),
      .init(id: "w1", type: "window"),
    ])

  @Test("A file is read as the value it stands for, and written so that it reads the same")
  func roundTrip() throws {
    #expect(try ObjectLog(ocel: Data(text.utf8), named: "a.json") == log)
    #expect(try ObjectLog(ocel: log.ocel(), named: "a.json") == log)
    #expect(try log.ocel() == log.ocel())
  }

  @Test(
    "What is wrong is said with its place in the file",
    arguments: [
      ("\"id\": \"e1\", ", "", "events[0].id", .missing),
      ("2026-11-23T09:00:07Z", "today", "events[0].time", .badValue),
      ("\"firefox\"", "[]", "events[0].attributes[0].value", .badValue),
      ("\"objectTypes\"", "\"kinds\"", "objectTypes", .missing),
      ("\"id\": \"w1\"", "\"id\": \"INV-7\"", "objects[0]", .unknownObject),
      (
        "{\"id\": \"w1\", \"type\": \"window\"}",
        "{\"id\": \"INV-7\", \"type\": \"window\"}, {\"id\": \"w1\", \"type\": \"window\"}", "objects[1]", .repeatedID
      ),
      ("\"id\": \"w1\", \"type\": \"window\"", "\"id\": \"w1\", \"type\": \"door\"", "objects[1]", .unknownType),
      ("\"type\": \"approve invoice\"", "\"type\": \"approve\"", "events[0]", .unknownType),
      ("\"objectId\": \"INV-7\"", "\"objectId\": \"INV-8\"", "events[0]", .unknownObject),
      ("\"qualifier\": \"approved\"", "\"qualifier\": 1", "events[0].relationships[0].qualifier", .badValue),
    ] as [(String, String, String, OCELError.Problem)])
  func refusals(change: String, to replacement: String, path: String, problem: OCELError.Problem) {
    #expect(text.contains(change))
    let changed = text.replacingOccurrences(of: change, with: replacement)
    #expect(throws: OCELError(file: "a.json", path: path, problem: problem)) {
      try ObjectLog(ocel: Data(changed.utf8), named: "a.json")
    }
  }

  @Test("A file that is cut off anywhere, or no JSON at all, is refused")
  func truncated() {
    let bytes = Data(text.utf8)
    for count in stride(from: 0, to: bytes.count - 1, by: 7) {
      #expect(throws: OCELError.self) { try ObjectLog(ocel: bytes.prefix(count), named: "a.json") }
    }
    #expect(throws: OCELError(file: "a.json", path: "", problem: .notJSON)) {
      try ObjectLog(ocel: Data("<log/>".utf8), named: "a.json")
    }
  }
}
