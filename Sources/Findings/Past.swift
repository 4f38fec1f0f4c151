public import Distill
import Foundation
public import Journal
public import Trace

/// What was recorded, read with the person's key, and what was found in it.
public struct Past: Sendable {
  public var key: PersonKey
  public var reader: JournalReader
  public var events: [Event]
  public var learned: Learned
  /// What the person taught, as far as it refers to what is still there.
  public var teaching: Teaching
  /// What the distilling took into account: the person's corrections.
  public var settings: Distill.Settings
  /// The workflows that were demonstrated, each with the episode that showed it.
  private var demonstrated: [(workflow: Workflow, episode: Episode)]

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
    demonstrated = teaching.demonstrations.compactMap { demonstration in
      distiller.demonstration(events.filter { demonstration.selection.contains($0) }, named: demonstration.name)
    }
  }

  /// The workflows that were demonstrated, and those that were found, the most frequent first.
  public var workflows: [Workflow] { demonstrated.map(\.workflow) + learned.workflows }

  /// Whether a workflow was demonstrated, not found.
  public func isDemonstrated(_ workflow: Workflow) -> Bool {
    demonstrated.contains { $0.workflow.id == workflow.id }
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
