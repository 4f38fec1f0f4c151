public import Trace

extension Workflow {
  /// The workflow as BPMN 2.0 (ISO/IEC 19510), with a layout: a task for each step, gateways where ways part and meet,
  /// a sub-process for each loop.
  ///
  /// ```swift
  /// try Data(workflow.bpmn.utf8).write(to: file)   // opens in any BPMN editor
  /// ```
  public var bpmn: String {
    let layout = BPMNLayout(self)
    let process = Markup.element(
      "bpmn:process", ["id": "process", "name": name, "isExecutable": "false"], BPMNLayout.elements(of: layout, in: nil)
    )
    let plane = Markup.element(
      "bpmndi:BPMNPlane", ["id": "plane", "bpmnElement": "process"],
      layout.nodes.map(BPMNLayout.shape) + layout.flows.map(BPMNLayout.edge))
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + Markup.element(
        "bpmn:definitions",
        [
          "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
          "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
          "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC", "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
          "id": "definitions", "targetNamespace": "urn:understudy:workflow",
        ], process, .element("bpmndi:BPMNDiagram", ["id": "diagram"], plane)
      ).html + "\n"
  }
}

extension BPMNLayout {
  /// What stands in a process or sub-process, with the flows between.
  fileprivate static func elements(of layout: BPMNLayout, in parent: String?) -> [Markup] {
    let own = layout.nodes.filter { $0.parent == parent }
    let flows = layout.flows.filter { $0.parent == parent }
    return own.map { node in
      let ways =
        flows.filter { $0.to == node.id }.map { Markup.element("bpmn:incoming", [:], Markup($0.id)) }
        + flows.filter { $0.from == node.id }.map { Markup.element("bpmn:outgoing", [:], Markup($0.id)) }
      let attributes: KeyValuePairs<StaticString, String?> = [
        "id": node.id, "name": node.name.isEmpty ? nil : node.name,
      ]
      return switch node.kind {
      case .startEvent: .element("bpmn:startEvent", attributes, ways)
      case .endEvent: .element("bpmn:endEvent", attributes, ways)
      case .userTask: .element("bpmn:userTask", attributes, ways)
      case .exclusiveGateway: .element("bpmn:exclusiveGateway", attributes, ways)
      case .subProcess:
        .element(
          "bpmn:subProcess", attributes,
          ways + [node.loop.map(characteristics) ?? .empty] + elements(of: layout, in: node.id))
      }
    }
      + flows.map {
        .element(
          "bpmn:sequenceFlow",
          ["id": $0.id, "name": $0.name.isEmpty ? nil : $0.name, "sourceRef": $0.from, "targetRef": $0.to])
      }
  }

  private static func characteristics(of loop: Loop) -> Markup {
    switch loop {
    case .rows, .items: .element("bpmn:multiInstanceLoopCharacteristics", ["isSequential": "true"])
    case .whilePresent: .element("bpmn:standardLoopCharacteristics")
    }
  }

  fileprivate static func shape(of node: Node) -> Markup {
    .element(
      "bpmndi:BPMNShape",
      [
        "id": "\(node.id)_shape", "bpmnElement": node.id, "isExpanded": node.kind == .subProcess ? "true" : nil,
        "isMarkerVisible": node.kind == .exclusiveGateway ? "true" : nil,
      ],
      .element(
        "dc:Bounds",
        [
          "x": node.frame.x.inPixels, "y": node.frame.y.inPixels, "width": node.frame.width.inPixels,
          "height": node.frame.height.inPixels,
        ]))
  }

  fileprivate static func edge(of flow: Flow) -> Markup {
    .element(
      "bpmndi:BPMNEdge", ["id": "\(flow.id)_edge", "bpmnElement": flow.id],
      flow.points.map { .element("di:waypoint", ["x": $0.x.inPixels, "y": $0.y.inPixels]) })
  }
}
