import Trace

/// Puts what was entered into one form into one order, whatever order each episode had: nobody cares which field
/// was filled first.
///
///     fill B │ fill A │ save          fill A │ fill B │ save
///     fill A │ fill B │ save    →     fill A │ fill B │ save
struct CanonicalOrder: Sendable {
  private var rank: [StepClass: Double] = [:]

  /// Learns the usual order from the episodes.
  init(_ episodes: [[Step]]) {
    var sums: [StepClass: (sum: Double, count: Double)] = [:]
    for steps in episodes {
      for (index, step) in steps.enumerated() where step.action.isEntry {
        let old = sums[StepClass(step)] ?? (0, 0)
        sums[StepClass(step)] = (old.sum + Double(index) / Double(steps.count), old.count + 1)
      }
    }
    rank = sums.mapValues { $0.sum / $0.count }
  }

  /// The steps with each run of entries in the usual order; a copy stays before the paste it was made for.
  func apply(to steps: [Step]) -> [Step] {
    var result: [Step] = []
    var run: [(kind: StepClass, steps: [Step])] = []
    var copies: [Step] = []
    func flush() {
      run.sort { (rank[$0.kind] ?? 0, $0.kind) < (rank[$1.kind] ?? 0, $1.kind) }
      result += run.flatMap(\.steps) + copies
      run = []
      copies = []
    }
    for step in steps {
      if case .copy = step.action {
        copies.append(step)
      } else if step.action.isEntry, !step.leftDocument {
        if let last = run.last?.steps.last, !last.isInSameDocument(as: step) {
          let pending = copies
          copies = []
          flush()
          copies = pending
        }
        run.append((StepClass(step), copies + [step]))
        copies = []
      } else {
        flush()
        result.append(step)
      }
    }
    flush()
    return result
  }
}
