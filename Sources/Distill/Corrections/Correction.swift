public import Trace

/// What the person says of a workflow that was found. It holds for everything that is found later.
///
/// A workflow is meant by the episodes that it had when it was corrected: what holds most of those is that workflow,
/// also when it has more of them by then, or another name.
///
///     found          A: a1 a2 a3   B: b1 b2        merge a1 a2 a3 with b1 b2, rename a1 a2 a3 to “Pay”
///     a week later   Pay: a1 a2 a3 a4 b1 b2 b3
public enum Correction: Sendable, Codable, Hashable {
  /// The workflow of these episodes is called so.
  case rename([EventID], name: String)
  /// The workflow of these episodes is none: they belong to no workflow.
  case ignore([EventID])
  /// The workflows of these and of those episodes are one, which keeps the name of the first.
  case merge([EventID], with: [EventID])
  /// Some episodes of a workflow are one of their own, called so; the others stay. Later ones go where they fit better.
  case split([EventID], from: [EventID], name: String)

  /// The episodes by which the workflow is known.
  public var episodes: [EventID] {
    switch self {
    case .rename(let episodes, _), .ignore(let episodes), .merge(let episodes, _), .split(let episodes, _, _): episodes
    }
  }
}
