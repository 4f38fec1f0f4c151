import Distill
import Foundation
import Report
import Scripted
import Testing
import Trace

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A workflow as BPMN")
struct BPMNTests {
  /// A program with every kind of instruction, one in another.
  private static func workflow() throws -> Workflow {
    var (workflow, _) = try ProcedureTests.invoices()
    let step = { (number: Int) -> Instruction in
      var step = workflow.program.steps[number % workflow.program.steps.count]
      step.id = "n\(number)"
      step.summary = "Do “\(number)” <now> & then"
      return .perform(step)
    }
    let condition = Condition(subject: .parameter("amount"), comparison: .atLeast, value: "1000")
    workflow.program = Program([
      step(0),
      .loop(
        .rows(columns: ["amount"]),
        body: [
          step(1), .optional([step(2), step(3)], when: condition, share: 0.4),
          .loop(.items(Target(examples: [])), body: [step(4)]),
        ]),
      .choice(
        [
          Branch(condition: condition, body: [step(5), .optional([step(6)], when: nil, share: 0.2)], share: 0.5),
          Branch(condition: nil, body: [step(7)], share: 0.3), Branch(condition: nil, body: [], share: 0.2),
        ], question: "Which way?"),
      step(8),
    ])
    return workflow
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String], parents: [String])] = []
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append((name, attributes, open))
      open.append(attributes["bpmnElement"] ?? attributes["id"] ?? name)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }
  }

  private static func read(_ text: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    return reader
  }

  @Test("It is well-formed, and each step of the program is a task once, as it is called")
  func tasks() throws {
    let workflow = try Self.workflow()
    let names = try Self.read(workflow.bpmn).elements.filter { $0.name == "bpmn:userTask" }.map {
      $0.attributes["name"]
    }
    #expect(names == workflow.program.steps.map(\.summary))
    #expect(workflow.bpmn == (try Self.workflow()).bpmn)
  }

  @Test("From each start every way leads to an end, in the same process or sub-process")
  func flows() throws {
    let elements = try Self.read(try Self.workflow().bpmn).elements
    let flows = elements.filter { $0.name == "bpmn:sequenceFlow" }.map(\.attributes)
    let kinds = ["bpmn:startEvent", "bpmn:endEvent", "bpmn:userTask", "bpmn:exclusiveGateway", "bpmn:subProcess"]
    let nodes = elements.filter { kinds.contains($0.name) }
    for node in nodes {
      let id = node.attributes["id"]
      let (incoming, outgoing) = (flows.filter { $0["targetRef"] == id }, flows.filter { $0["sourceRef"] == id })
      #expect(incoming.isEmpty == (node.name == "bpmn:startEvent"), "\(id ?? "")")
      #expect(outgoing.isEmpty == (node.name == "bpmn:endEvent"), "\(id ?? "")")
      if node.name != "bpmn:exclusiveGateway" { #expect(max(incoming.count, outgoing.count) == 1) }
    }
    let parents = Dictionary(uniqueKeysWithValues: nodes.map { ($0.attributes["id"] ?? "", $0.parents.last ?? "") })
    for flow in flows { #expect(parents[flow["sourceRef"] ?? ""] == parents[flow["targetRef"] ?? ""]) }
    #expect(nodes.count { $0.name == "bpmn:subProcess" } == 2)
  }

  @Test("Everything is drawn once; nothing overlaps but a sub-process and what stands in it, which it encloses")
  func layout() throws {
    let elements = try Self.read(try Self.workflow().bpmn).elements
    var frames: [String: (x: Double, y: Double, right: Double, bottom: Double)] = [:]
    for element in elements where element.name == "dc:Bounds" {
      let number = { (name: String) in element.attributes[name].flatMap(Double.init) ?? .nan }
      frames[element.parents.last ?? ""] = (
        number("x"), number("y"), number("x") + number("width"), number("y") + number("height")
      )
    }
    let kinds = ["bpmn:startEvent", "bpmn:endEvent", "bpmn:userTask", "bpmn:exclusiveGateway", "bpmn:subProcess"]
    let nodes = elements.filter { kinds.contains($0.name) }
    #expect(Set(frames.keys) == Set(nodes.map { $0.attributes["id"] ?? "" }))
    for (place, one) in nodes.enumerated() {
      for other in nodes.dropFirst(place + 1) {
        let (id, otherID) = (one.attributes["id"] ?? "", other.attributes["id"] ?? "")
        let (a, b) = (try #require(frames[id]), try #require(frames[otherID]))
        let isApart = a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y
        let isWithin = other.parents.contains(id)
        #expect(isApart != isWithin, "\(id) and \(otherID)")
        if isWithin { #expect(a.x < b.x && a.y < b.y && b.right < a.right && b.bottom < a.bottom) }
      }
    }
    let drawn = elements.filter { $0.name == "bpmndi:BPMNEdge" }.compactMap { $0.attributes["bpmnElement"] }
    #expect(
      drawn
        == elements.filter { $0.name == "bpmn:sequenceFlow" }.compactMap { $0.attributes["id"] }.sorted {
          Int($0.dropFirst(5)) ?? 0 < Int($1.dropFirst(5)) ?? 0
        })
  }
}
