import Distill
import Findings
import Foundation
import Journal
import Report
import Surfaces
import Trace

/// What the pages show of the journal, as it was when it was read: all that is kept, and what was found in it.
struct Shelf: Sendable {
  /// An episode: a line of the timeline.
  struct EpisodeEntry: Sendable {
    var id: EventID
    var start: Moment
    var end: Moment
    /// The rows of the steps' first events.
    var steps: [Int]
    var surfaces: [String]
    var places: [String]
    /// The workflow it belongs to; nil for none.
    var workflow: Workflow.ID?
    var isComplete: Bool
  }

  /// A workflow with what its page shows.
  struct WorkflowEntry: Sendable {
    var workflow: Workflow
    var isDemonstrated: Bool
    var lines: [String]
    var variantLines: [String]
    var sessions: Set<String>
    var map: Markup
  }

  var events = EventTable()
  /// In the order of their beginnings.
  var episodes: [EpisodeEntry] = []
  var workflows: [WorkflowEntry] = []
  var days: [Day] = []
  /// What is left out of what was demonstrated, in a sentence each.
  var omissions: [String] = []
  /// How many events could not be read.
  var damaged = 0
  /// How many events no grant lets be learned from.
  var leftOut = 0
  var read: Moment

  /// A day with work.
  struct Day: Sendable {
    var name: String
    var episodes: Range<Int>
    var events: Int
  }

  /// A workflow by its id.
  func workflow(_ id: String) -> WorkflowEntry? { workflows.first { $0.workflow.id == id } }

  /// The name of a workflow.
  func name(of workflow: Workflow.ID?) -> String? {
    workflow.flatMap { id in workflows.first { $0.workflow.id == id }?.workflow.name }
  }

  /// Reads the journal with the person's key; a reading is an entry in the ledger.
  static func read(from home: Home, with key: PersonKey, at now: Moment) async throws -> Shelf {
    var shelf = Shelf(read: now)
    guard FileManager.default.fileExists(atPath: home.journal.path) else { return shelf }
    guard let past = try await shelf.fill(from: home, with: key, at: now) else { return shelf }
    shelf.find(in: past)
    return shelf
  }

  /// Takes every event in; returns what was found in those that may be learned from.
  private mutating func fill(
    from home: Home, with key: PersonKey, at now: Moment
  ) async throws -> Past? {
    let reader = try JournalReader(home: home, key: key)
    let learnable = try await LearnableEvents(of: home, reader, at: now)
    (events, damaged, leftOut) = (learnable.table, learnable.damaged, learnable.leftOut)
    try Ledger(home: home).append(LedgerEntry(.read, at: now, subjects: events.sessions.texts.sorted()))
    guard !learnable.events.isEmpty else { return nil }
    return Past(of: learnable.events, reader: reader, key: key, teaching: learnable.teaching)
  }

  private mutating func find(in past: Past) {
    omissions = past.omissions
    let rows = Dictionary(
      events.rows.indices.map { (events.id($0), $0) }, uniquingKeysWith: { first, _ in first })
    var own: [EventID: Workflow.ID] = [:]
    for workflow in past.workflows {
      for episode in past.episodes(of: workflow) where own[episode.id] == nil { own[episode.id] = workflow.id }
      let summary = WorkflowSummary(workflow, in: past)
      let shown = past.episodes(of: workflow)
      workflows.append(
        WorkflowEntry(
          workflow: workflow, isDemonstrated: past.isDemonstrated(workflow), lines: summary.lines,
          variantLines: summary.variantLines, sessions: past.sessions(of: workflow),
          map: ProcessChart(of: shown).fragment))
    }
    episodes = past.learned.distillation.episodes.map { episode in
      EpisodeEntry(
        id: episode.id, start: episode.start, end: episode.end, steps: episode.steps.compactMap { rows[$0.id] },
        surfaces: Set(episode.steps.map(\.surface.rawValue)).sorted(),
        places: Set(episode.steps.map { $0.place.origin ?? $0.place.application }).sorted(), workflow: own[episode.id],
        isComplete: episode.isComplete)
    }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    var counts: [String: Int] = [:]
    for row in events.rows { counts[row.time.localDay, default: 0] += 1 }
    for (number, episode) in episodes.enumerated() {
      let day = episode.start.localDay
      if days.last?.name == day, let range = days.last?.episodes {
        days[days.count - 1].episodes = range.lowerBound..<(number + 1)
      } else {
        days.append(Day(name: day, episodes: number..<(number + 1), events: counts[day] ?? 0))
      }
    }
  }
}
