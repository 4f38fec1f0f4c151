import Trace

extension LearnedPolicy {
  // Shares that were set while the policy was made, on the tasks it was made on; none was searched for.

  /// The share of requests a word is in above which it is fixed: more than half, with room for another way to put it.
  private static let fixedShare = 0.6
  /// The share of times that something new came after an act, above which it is waited for.
  private static let announcingShare = 0.8
  /// The share of times that a class was on what was pointed at, above which it only says where the pointer is.
  private static let giveawayShare = 0.9

  /// Learns from demonstrations of one task, already reduced (``HandRecording/reduced()``).
  ///
  /// - Throws: ``PolicyError`` where an act is on a node that its scene does not have.
  public static func learn(from demonstrations: [Demonstration]) throws(PolicyError) -> LearnedPolicy {
    for act in demonstrations.flatMap(\.acts) where !act.scene.nodes.indices.contains(act.node) {
      throw .noSuchNode(act.node, count: act.scene.nodes.count)
    }
    let demonstrations = withoutGiveaways(demonstrations)
    let (fixed, choosing) = shared(demonstrations.map(\.instruction))
    let verbs = Set(demonstrations.flatMap(\.acts).map(\.act.verb)).union(["click", "fill", "select", "enter"]).sorted()
    var lessons = Lessons()
    for (source, demonstration) in demonstrations.enumerated() {
      lessons.take(
        demonstration, source, Request(demonstration.instruction, fixed: fixed, choosing: choosing), verbs)
    }
    return LearnedPolicy(
      fixed: fixed.sorted(), choosing: choosing.sorted(), choices: .learn(from: lessons.choices),
      arguments: .learn(from: lessons.arguments), verbs: verbs,
      announcing: lessons.effects.filter { Double($0.value.new) >= announcingShare * Double($0.value.all) }.keys
        .sorted(),
      longest: demonstrations.map(\.acts.count).max() ?? 0)
  }

  /// What demonstrations tell: what was chosen each time, what was written, and what followed.
  private struct Lessons {
    var choices: [ConditionalLogit.Example] = []
    var arguments: [ConditionalLogit.Example] = []
    var effects: [String: (new: Int, all: Int)] = [:]

    mutating func take(_ demonstration: Demonstration, _ source: Int, _ instruction: Request, _ verbs: [String]) {
      var memory = PolicyMemory()
      for (number, act) in demonstration.acts.enumerated() {
        let reading = SceneReading(act.scene)
        memory.look(at: reading)
        guard let target = reading.target(of: act.node, at: act.point) else { continue }
        var done = act.act
        if reading.nodes[target].tag == "select", done == .click {
          // Which was chosen is not in every recording: what the request names.
          done = .select("")
        }
        if !reading.isField(target), done.verb == "fill" { continue }
        let features = ChoiceFeatures(reading, instruction, memory)
        let all = reading.choices(of: verbs)
        if let chosen = all.firstIndex(of: Choice(node: target, verb: done.verb)) {
          choices.append(
            ConditionalLogit.Example(candidates: all.map(features.features), chosen: [chosen], source: source))
        }
        if case .fill(let text) = done {
          let candidates = ArgumentFeatures(reading: reading, instruction: instruction, memory: memory)
            .candidates(for: Choice(node: target, verb: "fill"))
          let right = candidates.indices.filter { candidates[$0].text == text }
          // What was written in other cases was meant.
          let near = candidates.indices.first { candidates[$0].text.lowercased() == text.lowercased() }
          let chosen = right.isEmpty ? near.map { [$0] } ?? [] : right
          if let first = chosen.first {
            arguments.append(
              ConditionalLogit.Example(candidates: candidates.map(\.features), chosen: chosen, source: source))
            done = .fill(candidates[first].text)
          }
        }
        memory.add(done, on: target, in: reading, instruction)
        if number + 1 < demonstration.acts.count {
          let isNew = demonstration.acts[number + 1].scene.nodes.contains {
            $0.handle.map { !memory.before.contains($0) } ?? false
          }
          let key = done.verb + " " + reading.kind[target]
          effects[key, default: (0, 0)].all += 1
          if isNew { effects[key, default: (0, 0)].new += 1 }
        }
      }
    }
  }

  /// Without the classes that only say where the pointer is: those of what is active that, whenever they are there,
  /// are on what is pointed at, and on what was before.
  private static func withoutGiveaways(_ demonstrations: [Demonstration]) -> [Demonstration] {
    var seen: [String: (all: Int, onTarget: Int)] = [:]
    for demonstration in demonstrations {
      var earlier: Set<String> = []
      for act in demonstration.acts {
        let nodes = act.scene.nodes
        let reading = SceneReading(act.scene)
        let target = reading.target(of: act.node, at: act.point) ?? act.node
        for name in Set(nodes.flatMap(\.classes).filter(SceneReading.isActive)) {
          let bearers = Set(nodes.indices.filter { nodes[$0].classes.contains(name) }.map { reading.meant[$0] })
            .filter { $0 == target || !(nodes[$0].handle.map(earlier.contains) ?? false) }
          seen[name, default: (0, 0)].all += 1
          if bearers.count < 3, bearers.contains(target) || bearers.contains(where: { nodes[target].parent == $0 }) {
            seen[name, default: (0, 0)].onTarget += 1
          }
        }
        if let handle = nodes[target].handle { earlier.insert(handle) }
      }
    }
    let giveaways = Set(
      seen.filter { $0.value.all > 2 && Double($0.value.onTarget) >= giveawayShare * Double($0.value.all) }.keys)
    guard !giveaways.isEmpty else { return demonstrations }
    return demonstrations.map { demonstration in
      var demonstration = demonstration
      for act in demonstration.acts.indices {
        for node in demonstration.acts[act].scene.nodes.indices {
          demonstration.acts[act].scene.nodes[node].classes.removeAll(where: giveaways.contains)
        }
      }
      return demonstration
    }
  }

  /// The words that most instructions share, and those that several do but not most.
  private static func shared(_ instructions: [String]) -> (fixed: Set<String>, choosing: Set<String>) {
    var counts: [String: Int] = [:]
    for instruction in instructions {
      for word in Set(Wording.words(of: instruction)) { counts[word, default: 0] += 1 }
    }
    func isFixed(_ count: Int) -> Bool { Double(count) > fixedShare * Double(instructions.count) }
    return (
      Set(counts.filter { isFixed($0.value) }.keys), Set(counts.filter { !isFixed($0.value) && $0.value > 1 }.keys)
    )
  }
}
