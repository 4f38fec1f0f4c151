public import Distill
import Foundation
public import Journal
public import Trace

/// What was recorded, read with the person's key, and what was found in it.
public struct Past: Sendable {
  public let key: PersonKey
  public let reader: JournalReader
  public let events: [Event]
  public let learned: Learned
  /// What the person taught, as far as it refers to what is still there.
  public let teaching: Teaching
  /// What the distilling took into account: the person's corrections.
  public let settings: Distill.Settings
  /// The workflows that were demonstrated, each with the episode that showed it.
  private let demonstrated: [(workflow: Workflow, episode: Episode)]
  /// What was demonstrated and cannot be learned: of what showed it, nothing that may be learned from holds a step.
  public let notLearned: [Teaching.Demonstration]

  /// Finds what there is in events that may be learned from.
  ///
  /// - Parameter teaching: what the person taught, with what refers to nothing that is still there taken out.
  public init(of events: [Event], reader: JournalReader, key: PersonKey, teaching: Teaching) {
    self.key = key
    self.reader = reader
    self.events = events
    self.teaching = teaching
    settings = Distill.Settings(corrections: teaching.corrections)
    let distiller = Distiller(settings: settings)
    learned = distiller.learn(from: events)
    let shown = teaching.demonstrations.map { demonstration in
      (
        taught: demonstration,
        found: distiller.demonstration(
          events.filter { demonstration.selection.contains($0) }, named: demonstration.name)
      )
    }
    notLearned = shown.filter { $0.found == nil }.map(\.taught)
    var demonstrated = shown.compactMap(\.found)
    // What was found later may be called as something that was demonstrated before: they are kept apart.
    let ids = Distiller.identifiers(
      of: demonstrated.map(\.workflow.name), besides: Set(learned.workflows.map(\.id)))
    for (place, id) in ids.enumerated() { demonstrated[place].workflow.id = id }
    self.demonstrated = demonstrated
  }

  /// The workflows that were demonstrated, and those that were found, the most frequent first.
  public var workflows: [Workflow] { demonstrated.map(\.workflow) + learned.workflows }

  /// Whether a workflow was demonstrated, not found.
  public func isDemonstrated(_ workflow: Workflow) -> Bool {
    demonstrated.contains { $0.workflow.id == workflow.id }
  }

  /// What is left out of what was demonstrated, in a sentence each.
  public var omissions: [String] {
    notLearned.map { "What was demonstrated as “\($0.name)” holds nothing any more that may be learned from." }
  }

  /// The sessions that all of it came from.
  public var sessions: Set<String> { Set(events.map(\.id.session)) }

  /// The episodes of a workflow.
  public func episodes(of workflow: Workflow) -> [Episode] {
    if let shown = demonstrated.first(where: { $0.workflow.id == workflow.id }) { return [shown.episode] }
    let own = Set(workflow.episodes)
    return learned.distillation.episodes.filter { own.contains($0.id) }
  }

  /// The sessions that a workflow came from.
  public func sessions(of workflow: Workflow) -> Set<String> {
    Set(episodes(of: workflow).flatMap { $0.steps.flatMap { $0.events.map(\.session) } })
  }
}
