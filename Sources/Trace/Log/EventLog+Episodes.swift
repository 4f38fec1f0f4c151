extension EventLog {
  /// Episodes as a log: one trace an episode, one event a step.
  ///
  /// A trace has the episode's id as its name, the workflow it belongs to, and whether its end was seen. An event has
  /// its activity as name, its time, and the step's id, surface, place, role and name of the element and value, where
  /// there are any. No person is named: a log is of work, not of somebody.
  ///
  /// ```swift
  /// let log = EventLog(episodes: distillation.episodes, workflows: distillation.workflows)
  /// ```
  ///
  /// - Parameters:
  ///   - offset: by how many minutes the clock of the place was ahead of UTC, for the dates.
  ///   - activity: names a step's activity.
  public init(
    episodes: [Episode], workflows: [Workflow] = [], offset: Int = 0, activity: (Step) -> String = \.activity
  ) {
    let names = Workflow.names(of: workflows)
    var traces = AttributeTable.Builder()
    var events = AttributeTable.Builder()
    var starts: [Int] = []
    for episode in episodes {
      traces.addRow()
      traces.append(Attribute("concept:name", .string(episode.id.description)))
      if let workflow = names[episode.id] { traces.append(Attribute("workflow", .string(workflow))) }
      traces.append(Attribute("complete", .boolean(episode.isComplete)))
      starts.append(events.count)
      for step in episode.steps {
        events.addRow()
        events.append(Attribute("concept:name", .string(activity(step))))
        events.append(Attribute("time:timestamp", .date(step.time, offset: offset)))
        for attribute in step.attributes { events.append(attribute) }
      }
    }
    self.init(
      header: Header(extensions: [.concept, .time], classifiers: [.activity]), traces: traces.table,
      events: events.table, starts: starts + [events.count])
  }
}

extension Step {
  /// What a log says of the step beside its activity and time; what is empty is left out.
  fileprivate var attributes: [EventLog.Attribute] {
    let texts = [
      ("surface", surface.rawValue), ("application", place.application), ("document", place.innermostDocument),
      ("role", element?.role.rawValue ?? ""), ("element", element?.name ?? ""), ("value", action.argument ?? ""),
    ]
    return [EventLog.Attribute("step", .string(id.description))]
      + texts.filter { !$0.1.isEmpty }.map { EventLog.Attribute($0.0, .string($0.1)) }
      + [EventLog.Attribute("duration", .float(duration))]
  }
}

extension Workflow {
  /// The name of the workflow that each episode belongs to.
  static func names(of workflows: [Workflow]) -> [EventID: String] {
    var names: [EventID: String] = [:]
    for workflow in workflows {
      for episode in workflow.episodes where names[episode] == nil { names[episode] = workflow.name }
    }
    return names
  }
}
