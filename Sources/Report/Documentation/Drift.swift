import Learn
public import Trace

/// What has changed in how a workflow is done, since it was written down.
public struct Drift: Sendable, Codable, Hashable {
  /// Later episodes of the workflow, and how many of them went as it is written.
  public var episodes: Int
  public var unchanged: Int
  /// Steps that were done and are not written.
  public var added: [Change]
  /// Steps that are written as done every time, and were not done.
  public var missing: [Change]

  /// A step and in which episodes it was otherwise.
  public struct Change: Sendable, Codable, Hashable {
    /// What was, or is, done, in words.
    public var step: String
    public var episodes: [EventID]
  }

  /// - Parameters:
  ///   - workflow: as it was written down.
  ///   - later: episodes of it from later on.
  public init(of workflow: Workflow, in later: [Episode]) {
    var added: [String: [EventID]] = [:]
    var missing: [String: [EventID]] = [:]
    unchanged = 0
    for episode in later {
      let rehearsal = Rehearsal(of: workflow, tables: [])
      let outlooks = rehearsal.outlooks(along: episode.steps) + [rehearsal.outlook(after: episode.steps)]
      var isUnchanged = true
      for (step, (before, after)) in zip(episode.steps, zip(outlooks, outlooks.dropFirst()))
      where after.strangers > before.strangers {
        added[step.wordsWithoutValue, default: []].append(episode.id)
        isUnchanged = false
      }
      // Right before its last step an episode still shows what in its last form is empty.
      let end = outlooks.suffix(2)
      for planned in end.first?.planned ?? [] where planned.template.id != end.last?.last {
        if case .judgement = planned.openQuestion { continue }
        missing[planned.template.summary, default: []].append(episode.id)
        isUnchanged = false
      }
      if isUnchanged { unchanged += 1 }
    }
    episodes = later.count
    self.added = Drift.changes(added)
    self.missing = Drift.changes(missing)
  }

  /// The most frequent first.
  private static func changes(_ found: [String: [EventID]]) -> [Change] {
    found.map { Change(step: $0, episodes: $1) }
      .sorted { ($1.episodes.count, $0.step) < ($0.episodes.count, $1.step) }
  }

  /// What has changed, in words, for a terminal.
  public func text(width: Int = 100) -> String {
    guard episodes > 0 else { return "It was not done since.\n" }
    let count = Amounts.count(episodes, "time")
    guard unchanged < episodes else { return "Done \(count) since, each time as it is written.\n" }
    let lines =
      ["Done \(count) since, \(unchanged) of them as it is written."]
      + added.map { "  also done, \(Amounts.count($0.episodes.count, "time")): \($0.step)" }
      + missing.map { "  not done, \(Amounts.count($0.episodes.count, "time")): \($0.step)" }
    return lines.map { $0.shortenedKeepingIndent(to: width) }.joined(separator: "\n") + "\n"
  }
}

extension Step {
  /// What was done, in words, with the element and without the value.
  fileprivate var wordsWithoutValue: String {
    var plain = self
    switch action {
    case .fill: plain.action = .fill("…")
    case .select: plain.action = .select(["…"])
    case .copy: plain.action = .copy("…")
    case .paste(_, let from): plain.action = .paste("…", from: from)
    default: break
    }
    return plain.words
  }
}
