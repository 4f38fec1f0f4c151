import Trace

/// Puts what was entered into one form into one order, whatever order each episode had: nobody cares which field
/// was filled first.
///
///     fill B │ fill A │ save          fill A │ fill B │ save
///     fill A │ fill B │ save    →     fill A │ fill B │ save
struct CanonicalOrder: Sendable {
  private var rank: [Int: Double] = [:]

  /// Learns the usual order from the episodes.
  init(_ episodes: [KindedSteps]) {
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for episode in episodes {
      for (index, kind) in episode.kinds.enumerated() where episode.steps[index].action.isEntry {
        let old = sums[kind] ?? (0, 0)
        sums[kind] = (old.sum + Double(index) / Double(episode.steps.count), old.count + 1)
      }
    }
    rank = sums.mapValues { $0.sum / $0.count }
  }

  /// The steps with each run of entries in the usual order; a copy stays before the paste it was made for.
  func apply(to episode: KindedSteps) -> KindedSteps {
    var order: [Int] = []
    var run: [(kind: Int, indices: [Int])] = []
    var copies: [Int] = []
    func flush() {
      run.sort { (rank[$0.kind] ?? 0, $0.kind) < (rank[$1.kind] ?? 0, $1.kind) }
      order += run.flatMap(\.indices)
      run = []
    }
    for (index, step) in episode.steps.enumerated() {
      if case .copy = step.action {
        copies.append(index)
      } else if step.action.isEntry, !step.leftDocument {
        if let last = run.last?.indices.last, !episode.steps[last].isInSameDocument(as: step) { flush() }
        run.append((episode.kinds[index], copies + [index]))
        copies = []
      } else {
        flush()
        order += copies + [index]
        copies = []
      }
    }
    flush()
    order += copies
    return KindedSteps(steps: order.map { episode.steps[$0] }, kinds: order.map { episode.kinds[$0] })
  }
}
