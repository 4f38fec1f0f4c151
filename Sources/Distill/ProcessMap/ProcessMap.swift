public import Trace

/// What a log shows of a process: who follows whom and after how long, the variants, and the tree of its blocks.
///
/// ```swift
/// let map = ProcessMap(of: log)
/// map.graph.edges[0].time?.median  // seconds
/// map.variants[0].count            // traces of the most frequent variant
/// map.tree.description             // ->( 'enter', X( tau, 'check' ) )
/// ```
public struct ProcessMap: Sendable, Codable, Hashable {
  public var graph: DirectlyFollowsGraph
  /// The most frequent first.
  public var variants: [TraceVariant]
  public var tree: ProcessTree

  public init(graph: DirectlyFollowsGraph, variants: [TraceVariant], tree: ProcessTree) {
    self.graph = graph
    self.variants = variants
    self.tree = tree
  }

  /// The map of a log.
  ///
  /// - Parameters:
  ///   - classifier: what makes two events the same activity.
  ///   - noise: the share below which something is left out of the tree; see ``InductiveMiner``.
  public init(of log: EventLog, by classifier: EventLog.Classifier = .activity, noise: Double = 0) {
    let sequences = ActivitySequences(of: log, by: classifier)
    let variants = TraceVariant.variants(of: sequences)
    self.init(
      graph: DirectlyFollowsGraph(of: sequences), variants: variants,
      tree: InductiveMiner(noise: noise).tree(of: variants, in: sequences))
  }
}
