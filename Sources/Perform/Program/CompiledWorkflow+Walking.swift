import Learn
import Surfaces
import Trace

extension CompiledWorkflow {
  /// Where the next step is, once loops and choices were gone through.
  enum Arrival {
    case step(StepTemplate, Stand)
    case ask(Question, Cursor)
    /// The way depends on what is there: look first.
    case look(Cursor)
    case end(Cursor)
  }

  /// Goes from a cursor through loops, options and choices to the next step.
  func walk(from start: Cursor, run: Run, observation: Observation?) throws(Halt) -> Arrival {
    var cursor = start
    while true {
      guard let stand = Stand(cursor, in: program) else {
        throw Halt(.surface, "The run stands at a place that this program does not have. Start it anew.")
      }
      let values = values(stand, run: run, observation: observation)
      guard let instruction = stand.instruction else {
        guard let parent = stand.parent else { return .end(cursor) }
        if !isRead(parent), let elsewhere = parent.isSought(elsewhere: observation) { return .step(elsewhere, stand) }
        guard let next = try leave(parent, stand, values) else { return .look(cursor) }
        cursor = next
        continue
      }
      switch instruction {
      case .perform(let template): return .step(template, stand)
      case .optional(let body, let condition, _):
        switch try decide(condition, "Is this needed: \(Self.summary(of: body))?", stand, values) {
        case .way(let taken): cursor = taken ? cursor.entering(.init()) : cursor.advanced()
        case .ask(let question): return .ask(question, cursor)
        case .look: return .look(cursor)
        }
      case .choice(let branches, let question):
        switch try choose(branches, question, stand, values) {
        case .way(let branch): cursor = cursor.entering(.init(branch: branch))
        case .ask(let question): return .ask(question, cursor)
        case .look: return .look(cursor)
        }
      case .loop(let loop, let body):
        if !isRead(instruction), let elsewhere = instruction.isSought(elsewhere: observation) {
          return .step(elsewhere, stand)
        }
        guard let next = try enter(loop, body, stand, values) else { return .look(cursor) }
        cursor = next
      }
    }
  }

  private enum Ruling<Way> {
    case way(Way)
    case ask(Question)
    case look
  }

  // MARK: - Options and choices

  private func decide(
    _ condition: Condition?, _ text: String, _ stand: Stand, _ values: Values
  ) throws(Halt) -> Ruling<Bool> {
    if let condition {
      if let holds = try values.holds(condition) { return .way(holds) }
      if values.observation == nil { return .look }
    }
    let question = Question(key: Self.key(of: stand.cursor), text: text, choices: ["yes", "no"], row: stand.row)
    guard let answer = values.run.answers[question.key] else { return .ask(question) }
    return .way(answer.lowercased().hasPrefix("y"))
  }

  private func choose(
    _ branches: [Branch], _ text: String, _ stand: Stand, _ values: Values
  ) throws(Halt) -> Ruling<Int> {
    for (number, branch) in branches.enumerated() {
      guard let condition = branch.condition else { continue }
      guard let holds = try values.holds(condition) else {
        if values.observation == nil { return .look }
        continue
      }
      if holds { return .way(number) }
    }
    let choices = branches.map { Self.summary(of: $0.body) }
    let question = Question(key: Self.key(of: stand.cursor), text: text, choices: choices, row: stand.row)
    guard let answer = values.run.answers[question.key] else { return .ask(question) }
    guard let number = choices.firstIndex(of: answer) ?? Int(answer).map({ $0 - 1 }), branches.indices.contains(number)
    else { return .ask(question) }
    return .way(number)
  }

  // MARK: - Loops

  /// Whether it is known beforehand what a loop goes over.
  private func isRead(_ instruction: Instruction) -> Bool {
    guard case .loop(.items(let target), _) = instruction else { return false }
    return target.firstRow != nil && inputs.sheet != nil
  }

  /// The first round, or past the loop where there is none; nil where that depends on what is there.
  private func enter(_ loop: Loop, _ body: [Instruction], _ stand: Stand, _ values: Values) throws(Halt) -> Cursor? {
    switch loop {
    case .rows:
      return inputs.rows.isEmpty ? stand.cursor.advanced() : stand.cursor.entering(.init(round: 0))
    case .items(let target):
      if target.firstRow != nil, let rows = inputs.sheet {
        return rows.has(0, for: body) ? stand.cursor.entering(.init(round: 0)) : stand.cursor.advanced()
      }
      guard let observation = values.observation else { return nil }
      guard let first = try next(of: target, after: [], in: observation) else { return stand.cursor.advanced() }
      return stand.cursor.entering(.init(round: 0, done: [first]))
    case .whilePresent(let target):
      guard let present = try isPresent(target, values) else { return nil }
      return present ? stand.cursor.entering(.init(round: 0)) : stand.cursor.advanced()
    }
  }

  /// The next round, or past the instruction whose body has ended.
  private func leave(_ parent: Instruction, _ stand: Stand, _ values: Values) throws(Halt) -> Cursor? {
    let outside = stand.cursor.left()
    guard case .loop(let loop, let body) = parent, let level = stand.cursor.levels.last, let round = level.round else {
      return outside.advanced()
    }
    switch loop {
    case .rows:
      return round + 1 < inputs.rows.count ? outside.entering(.init(round: round + 1)) : outside.advanced()
    case .items(let target):
      if target.firstRow != nil, let rows = inputs.sheet {
        return rows.has(round + 1, for: body) ? outside.entering(.init(round: round + 1)) : outside.advanced()
      }
      guard let observation = values.observation else { return nil }
      guard let next = try next(of: target, after: level.done, in: observation) else { return outside.advanced() }
      return outside.entering(.init(round: round + 1, done: level.done + [next]))
    case .whilePresent(let target):
      guard let present = try isPresent(target, values) else { return nil }
      return present ? outside.entering(.init(round: round + 1)) : outside.advanced()
    }
  }

  /// The next item of a list; nil at its end, which is not seen where the page was not looked at to its end.
  private func next(of target: Target, after done: [String], in observation: Observation) throws(Halt) -> String? {
    let next = Items(target, observation).next(after: done)
    guard next == nil, observation.isPartial else { return next }
    throw Halt(
      .elementAbsent,
      "The page could not be looked at to its end in time, so it cannot be told whether its list goes on. Resume to "
        + "look again.")
  }

  /// Whether a target is there and can be acted on; nil where nothing can be seen.
  private func isPresent(_ target: Target, _ values: Values) throws(Halt) -> Bool? {
    guard let observation = values.observation else { return nil }
    let elements = observation.elements.map(\.element)
    switch try values.resolve(target).locator.locate(in: elements) {
    case .found(let index, _, _): return !elements[index].states.contains(.disabled)
    case .ambiguous: return true
    case .absent: return false
    }
  }

  // MARK: - Words

  /// What a body does, in the words of its first step.
  static func summary(of body: [Instruction]) -> String {
    let steps = body.flatMap(\.steps)
    guard let first = steps.first?.summary else { return "nothing" }
    return steps.count > 1 ? "\(first) …" : first
  }

  /// Names a decision within a run.
  private static func key(of cursor: Cursor) -> String {
    "decision " + cursor.levels.map { "\($0.index).\($0.round ?? 0)" }.joined(separator: "/")
  }
}

extension [[String: String]] {
  /// Whether a sheet has a row for a loop with this body.
  func has(_ round: Int, for body: [Instruction]) -> Bool {
    let steps = Set(body.flatMap(\.steps).map(\.id))
    return indices.contains(round) && !steps.isDisjoint(with: self[round].keys)
  }
}

extension Instruction {
  /// The step by whose element a loop goes on, where that is not done in the place that is shown: that a list has no
  /// further item is not to be seen from elsewhere.
  fileprivate func isSought(elsewhere observation: Observation?) -> StepTemplate? {
    guard let observation else { return nil }
    return sought.flatMap { $0.place.matches(observation) ? nil : $0 }
  }

  /// The step by whose element a loop goes on.
  var sought: StepTemplate? {
    guard case .loop(let loop, let body) = self else { return nil }
    let sought: Target
    switch loop {
    case .rows: return nil
    case .items(let target), .whilePresent(let target): sought = target
    }
    return body.flatMap(\.steps).first { $0.target?.examples == sought.examples }
  }
}
