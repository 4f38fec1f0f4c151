public import Trace

extension ObjectLog {
  /// Episodes as a log of objects: an event a step; the document, window, episode and workflow it belongs to, and the
  /// records that its document's address names (`…/invoice/12/change/` is about the record `invoice 12`).
  ///
  /// - Parameter activity: names the type of a step's event.
  public init(episodes: [Episode], workflows: [Workflow] = [], activity: (Step) -> String = \.activity) {
    var objects = ObjectBook()
    var events: [Event] = []
    let workflowOf = Dictionary(
      workflows.flatMap { workflow in workflow.episodes.map { ($0, workflow) } },
      uniquingKeysWith: { first, _ in first })
    for episode in episodes {
      let own = objects.add(episode, of: workflowOf[episode.id])
      for step in episode.steps {
        events.append(
          Event(
            id: "\(step.id)", type: activity(step), time: step.time, attributes: step.values,
            relationships: own + objects.add(step)))
      }
    }
    self.init(
      eventTypes: Set(events.map(\.type)).sorted().map { Kind($0, attributes: Step.valueKinds) },
      objectTypes: ObjectBook.kinds, events: events, objects: objects.objects)
  }
}

/// Objects in the order in which they first came up.
private struct ObjectBook {
  private(set) var objects: [ObjectLog.Object] = []
  private var ids: Set<String> = []

  static let kinds = [
    ObjectLog.Kind("document"),
    ObjectLog.Kind("episode", attributes: [ObjectLog.AttributeKind("complete", type: "boolean")]),
    ObjectLog.Kind("record", attributes: [ObjectLog.AttributeKind("kind")]),
    ObjectLog.Kind("window", attributes: [ObjectLog.AttributeKind("application")]),
    ObjectLog.Kind("workflow", attributes: [ObjectLog.AttributeKind("name")]),
  ]

  /// Takes in an episode and its workflow; returns how its steps relate to them.
  mutating func add(_ episode: Episode, of workflow: Workflow?) -> [ObjectLog.Relationship] {
    var relationships: [ObjectLog.Relationship] = []
    if let workflow {
      let name = ObjectLog.TimedValue("name", workflow.name, since: episode.start)
      relationships.append(.init(add("workflow", workflow.id, [name]), "step of"))
    }
    let complete = ObjectLog.TimedValue("complete", episode.isComplete ? "true" : "false", since: episode.end)
    let id = add(
      "episode", "\(episode.id)", [complete], related: relationships.map { .init($0.object, "instance of") })
    return [.init(id, "part of")] + relationships
  }

  /// Takes in where a step was and what it was about; returns how it relates to them.
  mutating func add(_ step: Step) -> [ObjectLog.Relationship] {
    var relationships: [ObjectLog.Relationship] = []
    if !step.place.window.isEmpty {
      let application = ObjectLog.TimedValue("application", step.place.application, since: step.time)
      relationships.append(.init(add("window", "\(step.id.session) \(step.place.window)", [application]), "in"))
    }
    if !step.place.innermostDocument.isEmpty {
      relationships.append(.init(add("document", step.place.innermostDocument), "in"))
    }
    for record in step.place.records {
      let kind = ObjectLog.TimedValue("kind", record.kind, since: step.time)
      relationships.append(.init(add("record", record.name, [kind]), "about"))
    }
    return relationships
  }

  /// Takes in an object where it is new, and returns its id.
  private mutating func add(
    _ type: String, _ name: String, _ attributes: [ObjectLog.TimedValue] = [],
    related: [ObjectLog.Relationship] = []
  ) -> String {
    let id = "\(type) \(name)"
    if ids.insert(id).inserted {
      objects.append(ObjectLog.Object(id: id, type: type, attributes: attributes, relationships: related))
    }
    return id
  }
}

extension Step {
  fileprivate static let valueKinds = [
    ObjectLog.AttributeKind("surface"), ObjectLog.AttributeKind("role"), ObjectLog.AttributeKind("element"),
    ObjectLog.AttributeKind("value"), ObjectLog.AttributeKind("duration", type: "float"),
  ]

  /// What an event says of the step beside its type and time; what is empty is left out.
  fileprivate var values: [ObjectLog.Value] {
    let values = [
      ("surface", surface.rawValue), ("role", element?.role.rawValue ?? ""), ("element", element?.name ?? ""),
      ("value", action.argument ?? ""), ("duration", String(duration)),
    ]
    return values.filter { !$0.1.isEmpty }.map { ObjectLog.Value($0.0, $0.1) }
  }
}

extension Place {
  /// The records that the document's address names: parts of its path that hold a digit, with the part before them as
  /// what they are.
  fileprivate var records: [(name: String, kind: String)] {
    guard let origin, let scheme = document.firstRange(of: "://") else { return [] }
    let parts = document[scheme.upperBound...].split(separator: "/").dropFirst().map(String.init)
    return zip(parts, parts.dropFirst())
      .filter { kind, id in id.contains(where: \.isNumber) && !kind.contains(where: \.isNumber) }
      .map { kind, id in ("\(origin) \(kind) \(id)", kind) }
  }
}
