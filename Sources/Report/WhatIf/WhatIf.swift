import Trace

/// What a learner would know without a part of what was recorded: the audit with it beside the audit without it.
///
/// ```swift
/// let whatIf = WhatIf(audit, without: auditOfTheRest, what: "https://bank.example.org", events: 120)
/// ```
public struct WhatIf: Sendable, Codable, Hashable {
  /// What would be gone, as the person named it, and how many events that is.
  public var what: String
  public var events: Int
  /// The time that would have been carried out right, in seconds: with it and without.
  public var carriedOut: Change
  /// Of each workflow that is found with it, the same; the largest loss first.
  public var workflows: [WorkflowChange]
  /// The kinds of data that a learner would no longer see, as `source: name`.
  public var unseen: [String]
  /// How many kinds it would see still.
  public var seen: Int

  /// A time with and without, in seconds.
  public struct Change: Sendable, Codable, Hashable {
    public var with: Double
    public var without: Double
  }

  /// What becomes of a workflow.
  public struct WorkflowChange: Sendable, Codable, Hashable {
    public var name: String
    /// How many episodes of it there are, with and without; none where it would not be found any more.
    public var episodes: Int
    public var episodesLeft: Int
    public var carriedOut: Change
  }

  public init(_ whole: Audit, without rest: Audit, what: String, events: Int) {
    self.what = what
    self.events = events
    carriedOut = Change(with: whole.figures.carriedOut.seconds, without: rest.figures.carriedOut.seconds)
    workflows = whole.workflows.map { workflow in
      let own = Set(workflow.evidence)
      // Names can change with what is left; episodes do not.
      let left = rest.workflows.max { own.intersection($0.evidence).count < own.intersection($1.evidence).count }
      let shared = left.map { own.intersection($0.evidence).count } ?? 0
      return WorkflowChange(
        name: workflow.name, episodes: workflow.episodes, episodesLeft: shared,
        carriedOut: Change(
          with: workflow.figures?.carriedOut.seconds ?? 0,
          without: shared > 0 ? left?.figures?.carriedOut.seconds ?? 0 : 0))
    }.filter { $0.episodesLeft < $0.episodes || $0.carriedOut.with != $0.carriedOut.without }
      .sorted { ($1.carriedOut.loss, $0.name) < ($0.carriedOut.loss, $1.name) }
    let kinds = { (audit: Audit) in audit.disclosure.kinds.map { "\($0.source): \($0.name)" } }
    let still = Set(kinds(rest))
    unseen = kinds(whole).filter { !still.contains($0) }
    seen = still.count
  }

  /// In words, for a terminal.
  public func text(width: Int = 100) -> String {
    guard events > 0 else { return "Nothing of \(what) was recorded: without it nothing is different.\n" }
    var lines = [
      "Without \(what) (\(Amounts.count(events, "event"))) a machine would have carried out "
        + "\(Amounts.time(carriedOut.without)) of your work right, instead of \(Amounts.time(carriedOut.with))."
    ]
    if workflows.isEmpty { lines.append("No workflow would be known less well.") }
    lines += workflows.map { workflow in
      let right =
        "\(Amounts.time(workflow.carriedOut.without)) right instead of \(Amounts.time(workflow.carriedOut.with))"
      return workflow.episodesLeft == 0
        ? "  not known any more: \(workflow.name)"
        : "  \(workflow.name): seen \(Amounts.count(workflow.episodesLeft, "time")) of \(workflow.episodes), \(right)"
    }
    lines.append(
      unseen.isEmpty
        ? "It would see the same kinds of data."
        : "It would not see \(Amounts.count(unseen.count, "kind")) of data, and \(Amounts.count(seen, "other")) still:")
    lines += unseen.map { "  \($0)" }
    // Sentences stay whole.
    return lines.map { $0.hasPrefix(" ") ? $0.shortenedKeepingIndent(to: width) : $0 }.joined(separator: "\n") + "\n"
  }
}

extension WhatIf.Change {
  fileprivate var loss: Double { with - without }
}
