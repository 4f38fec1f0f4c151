import Trace

extension CompiledWorkflow {
  /// A run that stopped, as it goes on where the window it was done in is gone, and with it what was filled in and not
  /// sent: from the beginning of its row, or of the whole, where everything done since can be done again.
  ///
  /// As it is where something since cannot be taken back, or may have happened: nothing of that is done twice.
  public func rewound(_ run: Run) -> Run {
    guard run.digest == digest, let stand = Stand(run.cursor, in: program) else { return run }
    if run.isUnconfirmed {
      // Whether it took is only the person's to say where it cannot be taken back.
      guard case .perform(let last)? = stand.instruction, last.canBeDoneAgain else { return run }
    }
    // Where its round began, and what was done since.
    let rounds = run.cursor.levels.filter { $0.round != nil }.count
    var start = run.cursor
    let since: ArraySlice<Done>
    if rounds == 0 {
      start = Cursor()
      since = run.done[...]
    } else if rounds == 1, let row = stand.row, let depth = start.levels.firstIndex(where: { $0.round != nil }) {
      start.levels.removeSubrange((depth + 1)...)
      start.levels[depth].index = 0
      since = run.done.suffix(while: { $0.row == row })
    } else {
      return run
    }
    let steps = Dictionary(program.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // What is no step of the program opened an address.
    guard since.allSatisfy({ steps[$0.step]?.canBeDoneAgain ?? true }) else { return run }
    var rewound = run
    rewound.cursor = start
    rewound.isUnconfirmed = false
    rewound.done.removeLast(since.count)
    return rewound
  }
}

extension StepTemplate {
  /// Whether doing it a second time leaves what doing it once does: looking, and saying what a field holds. A button may add
  /// something each time.
  fileprivate var canBeDoneAgain: Bool {
    switch Consequence(of: self) {
    case .reads: return true
    case .irreversible: return false
    case .reversible:
      switch action {
      case .fill, .select, .check: return true
      default: return false
      }
    }
  }
}

extension Array {
  /// The last elements for which something holds, one after the other.
  fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
