import Distill
import Trace

extension Novelty {
  /// Counts kinds of task; an episode in no workflow is a kind seen once.
  init(_ distillation: Distillation) {
    let grouped = Set(distillation.workflows.flatMap(\.episodes))
    let single = distillation.episodes.filter { $0.isComplete && !grouped.contains($0.id) }.map(\.id)
    self.init(
      episodes: grouped.count + single.count, once: single.count,
      twice: distillation.workflows.count { $0.episodes.count == 2 }, evidence: single)
  }
}
