import Trace

/// Finds the loops in what was demonstrated: what was done again to the next item, row or page.
///
/// A stretch that is done again at once, with something in it that goes on from round to round, is written as a loop;
/// then the same is looked for in what that leaves, so that loops stand in loops (after WebRobot: Dong and others,
/// PLDI 2022).
///
///     open 1 │ tick a │ back │ open 2 │ tick a │ tick b │ back
///     open 1 │ tick a │ back │ open 2 │ each [tick] │ back
///     each [ open │ each [tick] │ back ]
struct LoopSearch: Sendable {
  let tables: [Table]
  /// How many rounds show that a step is sometimes left out.
  static let roundsWithGaps = 3

  func loops(in steps: [Step]) -> [TracePart] {
    var parts = steps.map(TracePart.step)
    while let found = next(in: parts) {
      parts.replaceSubrange(found.range, with: [.loop(found.rounds, begun: found.begun)])
      parts = withSingleRounds(parts, like: found.range.lowerBound)
    }
    return parts
  }

  private struct Found {
    var range: Range<Int>
    var rounds: [[TracePart]]
    var begun: [TracePart] = []

    /// How many parts the loop spares.
    var spared: Int { range.count - (rounds.map(\.count).max() ?? 0) }
  }

  private func next(in parts: [TracePart]) -> Found? {
    let even = repeated(in: parts) ?? paged(in: parts)
    // Rounds that come again and again with gaps explain more than what happens to be the same in two of them.
    guard let uneven = uneven(in: parts), uneven.spared > even?.spared ?? 0 else { return even }
    return uneven
  }

  // MARK: - Rounds one after the other

  /// The shortest stretch that comes again at once, as often as it does.
  private func repeated(in parts: [TracePart]) -> Found? {
    guard parts.count >= 2 else { return nil }
    for period in 1...(parts.count / 2) {
      for start in 0...(parts.count - 2 * period) {
        var length = period
        while start + length < parts.count, parts[start + length].isAlike(parts[start + length - period]) {
          length += 1
        }
        let count = length / period
        guard count >= 2 else { continue }
        let rounds = (0..<count).map { Array(parts[(start + $0 * period)..<(start + ($0 + 1) * period)]) }
        guard goesOn(rounds) else { continue }
        let begun = Array(parts[(start + count * period)..<(start + length)])
        return Found(range: start..<(start + length), rounds: rounds, begun: begun)
      }
    }
    return nil
  }

  /// Whether something in the rounds goes on: the next item, the next row of a file, or another page.
  private func goesOn(_ rounds: [[TracePart]], isUneven: Bool = false) -> Bool {
    guard rounds[0].contains(where: { $0.step != nil }) else { return false }
    if goesOverRows(rounds) || goesOverItems(rounds) && !areEntriesOfTheirOwn(rounds) { return true }
    let steps = rounds.map { $0.compactMap(\.step) }
    guard !isUneven else { return false }
    return steps.allSatisfy { $0.contains { $0.action.verb == .click && !$0.signals.contains(.submitted) } }
      && !steps.contains { $0.contains { $0.action.isEntry } }
  }

  private func goesOverItems(_ rounds: [[TracePart]]) -> Bool {
    rounds[0].indices.contains { index in
      zip(rounds, rounds.dropFirst()).allSatisfy { earlier, later in
        guard index < earlier.count, index < later.count, let own = earlier[index].step, let next = later[index].step
        else { return false }
        return next.isNextItem(after: own)
      }
    }
  }

  /// Whether each round only writes something else into the next cell of a sheet, as a person writes headings or
  /// formulas one below the other: nothing says what would be written into one more.
  private func areEntriesOfTheirOwn(_ rounds: [[TracePart]]) -> Bool {
    let steps = rounds.map { $0.compactMap(\.step) }
    guard
      steps.joined().allSatisfy({
        [.click, .fill].contains($0.action.verb) && $0.element?.isSheetCell == true
      })
    else { return false }
    let texts = Set(steps.map { $0.compactMap(\.enteredText) })
    return texts.count > 1
  }

  private func goesOverRows(_ rounds: [[TracePart]]) -> Bool {
    let rows = RowMatch.find(values: rounds.map { $0.compactMap(\.step).flatMap(\.namedTexts) }, tables: tables)
    return rows.allSatisfy { $0 != nil } && Set(rows).count == rows.count
  }

  // MARK: - Pages

  /// A loop on one page, a click that shows the next one, and the same loop there.
  private func paged(in parts: [TracePart]) -> Found? {
    guard parts.count >= 3 else { return nil }
    for index in 0...(parts.count - 3) {
      guard parts[index].rounds != nil, let turn = parts[index + 1].step, turn.action.verb == .click,
        parts[index + 2].isAlike(parts[index])
      else { continue }
      return Found(
        range: index..<(index + 3), rounds: [[parts[index], parts[index + 1]]], begun: [parts[index + 2]])
    }
    return nil
  }

  // MARK: - Rounds that are not all the same

  /// Rounds that begin and end alike, and of which some have steps that others do not have.
  private func uneven(in parts: [TracePart]) -> Found? {
    for start in parts.indices {
      var heads = [start]
      for index in (start + 1)..<max(start + 1, parts.count) {
        guard let last = heads.last, parts[index].isAlike(parts[last]) else { continue }
        heads.append(index)
      }
      guard heads.count >= LoopSearch.roundsWithGaps else { continue }
      let ends = heads.dropFirst().map { $0 - 1 }
      guard let tail = ends.first, tail > start, ends.allSatisfy({ parts[$0].isAlikeAnyway(parts[tail]) }),
        let last = heads.last, let end = (last..<parts.count).first(where: { parts[$0].isAlikeAnyway(parts[tail]) })
      else { continue }
      let rounds = zip(heads, ends + [end]).map { Array(parts[$0...$1]) }
      guard Set(rounds.map(\.count)).count > 1, rounds.allSatisfy(areDifferent), goesOn(rounds, isUneven: true)
      else { continue }
      return Found(range: start..<(end + 1), rounds: rounds)
    }
    return nil
  }

  /// Whether nothing in a round is done again in it: that would be a loop of its own.
  private func areDifferent(_ round: [TracePart]) -> Bool {
    round.indices.allSatisfy { index in !round[..<index].contains { round[index].isAlike($0) } }
  }

  /// Where between the same neighbours only one round of a loop was done, that is the loop too.
  private func withSingleRounds(_ parts: [TracePart], like index: Int) -> [TracePart] {
    guard let rounds = parts[index].rounds, rounds[0].count == 1, index > 0, index + 1 < parts.count else {
      return parts
    }
    return parts.indices.map { other in
      guard other != index, other > 0, other + 1 < parts.count, parts[other].step != nil,
        parts[other].isOfOneKind(with: rounds[0][0]), parts[other - 1].isOfOneKind(with: parts[index - 1]),
        parts[other + 1].isOfOneKind(with: parts[index + 1])
      else { return parts[other] }
      return .loop([[parts[other]]], begun: [])
    }
  }
}

extension TracePart {
  /// Whether it does the same, wherever in a list.
  fileprivate func isAlikeAnyway(_ other: TracePart) -> Bool {
    guard let step, let earlier = other.step else { return isAlike(other) }
    return step.isOfOneKind(with: earlier)
      && (step.element?.name == earlier.element?.name || step.element?.surroundings.rowIndex != nil)
  }
}

extension Step {
  /// What was entered, and what that is called that it was done to: what a row of a file may have said.
  var namedTexts: [String] { [enteredText, element?.name].compactMap { $0 } }
}
