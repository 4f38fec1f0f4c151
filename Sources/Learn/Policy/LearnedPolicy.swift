public import Trace

/// A policy learned from a handful of demonstrations of one task: for each step a distribution over what could be done,
/// and to what.
///
/// ```swift
/// let policy = LearnedPolicy.learn(from: demonstrations)
/// var run = policy.begin("Forward the mail from Anna to Bob")
/// while let proposal = run.propose(scene) { … perform … ; run.did(proposal, changed: true) }
/// ```
///
/// The same demonstrations give the same weights, bit for bit. A conditional logit over candidates (McFadden, 1974),
/// with sparse features of their relations.
public struct LearnedPolicy: Sendable, Codable, Hashable {
  /// The form of the file.
  public private(set) var version = 1
  private var fixed: [String]
  private var choosing: [String]
  var choices: ConditionalLogit
  var arguments: ConditionalLogit
  /// The acts, by verb and kind of node, after which something new was there each time: it is waited for.
  private var announcing: [String]
  /// The most acts an episode took.
  public private(set) var longest: Int

  /// Learns from demonstrations of one task, already reduced (``HandRecording/reduced()``).
  public static func learn(from demonstrations: [Demonstration]) -> LearnedPolicy {
    let demonstrations = withoutGiveaways(demonstrations)
    let (fixed, choosing) = shared(demonstrations.map(\.instruction))
    var choices: [ConditionalLogit.Example] = []
    var arguments: [ConditionalLogit.Example] = []
    var effects: [String: (new: Int, all: Int)] = [:]
    for (source, demonstration) in demonstrations.enumerated() {
      let instruction = Request(demonstration.instruction, fixed: fixed, choosing: choosing)
      var memory = PolicyMemory()
      for (number, act) in demonstration.acts.enumerated() {
        let reading = SceneReading(act.scene)
        memory.look(at: reading)
        guard let target = reading.target(of: act.node, at: act.point) else { continue }
        var done = act.act
        var verb = done.verb
        if reading.nodes[target].tag == "select", verb == "click" {
          verb = "select"
          // Which was chosen is not in every recording: what the request names.
          done = .select("")
        }
        if reading.isField(target) == false, verb == "fill" { continue }
        let features = ChoiceFeatures(reading, instruction, memory)
        let all = reading.choices
        if let chosen = all.firstIndex(of: Choice(node: target, verb: verb)) {
          choices.append(
            ConditionalLogit.Example(candidates: all.map(features.features), chosen: [chosen], source: source))
        }
        if case .fill(let text) = done {
          let candidates = ArgumentFeatures(reading: reading, instruction: instruction, memory: memory)
            .candidates(for: Choice(node: target, verb: "fill"))
          let right = candidates.indices.filter { candidates[$0].text == text }
          if !right.isEmpty {
            arguments.append(
              ConditionalLogit.Example(candidates: candidates.map(\.features), chosen: right, source: source))
          } else if let near = candidates.indices.first(where: { candidates[$0].text.lowercased() == text.lowercased() }
          ) {
            arguments.append(
              ConditionalLogit.Example(candidates: candidates.map(\.features), chosen: [near], source: source))
            done = .fill(candidates[near].text)
          }
        }
        memory.add(done, on: target, in: reading, instruction)
        if number + 1 < demonstration.acts.count {
          let after = demonstration.acts[number + 1].scene.nodes.contains {
            $0.handle.map { !memory.before.contains($0) } ?? false
          }
          let key = done.verb + " " + reading.kind[target]
          effects[key, default: (0, 0)].all += 1
          if after { effects[key, default: (0, 0)].new += 1 }
        }
      }
    }
    return LearnedPolicy(
      fixed: fixed.sorted(), choosing: choosing.sorted(), choices: .learn(from: choices),
      arguments: .learn(from: arguments),
      announcing: effects.filter { $0.value.new * 5 >= $0.value.all * 4 }.keys.sorted(),
      longest: demonstrations.map(\.acts.count).max() ?? 0)
  }

  /// Without the classes that only say where the pointer is: those of what is active that, whenever they are there,
  /// are on what is pointed at.
  private static func withoutGiveaways(_ demonstrations: [Demonstration]) -> [Demonstration] {
    var seen: [String: (all: Int, onTarget: Int)] = [:]
    for act in demonstrations.flatMap(\.acts) {
      let names = Set(act.scene.nodes.flatMap(\.classes).filter(SceneReading.isActive))
      guard !names.isEmpty else { continue }
      let reading = SceneReading(act.scene)
      let target = reading.target(of: act.node, at: act.point) ?? act.node
      for name in names {
        let bearers = Set(
          act.scene.nodes.indices.filter { act.scene.nodes[$0].classes.contains(name) }.map { reading.meant[$0] })
        seen[name, default: (0, 0)].all += 1
        if bearers.count < 3,
          bearers.contains(target) || bearers.contains(where: { act.scene.nodes[target].parent == $0 })
        {
          seen[name, default: (0, 0)].onTarget += 1
        }
      }
    }
    let giveaways = Set(seen.filter { $0.value.all > 2 && $0.value.onTarget * 10 >= $0.value.all * 9 }.keys)
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
    func isFixed(_ count: Int) -> Bool { Double(count) > 0.6 * Double(instructions.count) }
    return (
      Set(counts.filter { isFixed($0.value) }.keys), Set(counts.filter { !isFixed($0.value) && $0.value > 1 }.keys)
    )
  }

  /// A run of the task for an instruction.
  public func begin(_ instruction: String) -> Run {
    Run(policy: self, instruction: Request(instruction, fixed: Set(fixed), choosing: Set(choosing)))
  }

  /// What it would do next, and how sure it is.
  public struct Proposal: Sendable, Hashable {
    public var node: Int
    public var act: PolicyAct
    public var probability: Double
  }

  /// One episode, performed step by step.
  public struct Run: Sendable {
    let policy: LearnedPolicy
    let instruction: Request
    var memory = PolicyMemory()
    private var reading: SceneReading?

    init(policy: LearnedPolicy, instruction: Request) {
      self.policy = policy
      self.instruction = instruction
    }

    /// The best thing to do now; nil where there is nothing that can be done.
    public mutating func propose(_ scene: Scene) -> Proposal? {
      let reading = SceneReading(scene)
      self.reading = reading
      memory.look(at: reading)
      let features = ChoiceFeatures(reading, instruction, memory)
      let all = reading.choices
      guard !all.isEmpty else { return nil }
      let shares = policy.choices.probabilities(all.map(features.features))
      let order = all.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
      for index in order {
        let choice = all[index]
        let handle = reading.nodes[choice.node].handle ?? ""
        if memory.fruitless.contains(choice.verb + handle) { continue }
        switch choice.verb {
        case "fill", "select":
          let candidates = ArgumentFeatures(reading: reading, instruction: instruction, memory: memory)
            .candidates(for: choice)
          guard !candidates.isEmpty else { continue }
          let likely = policy.arguments.probabilities(candidates.map(\.features))
          guard let best = likely.indices.max(by: { likely[$0] < likely[$1] || (likely[$0] == likely[$1] && $0 > $1) })
          else { continue }
          let text = candidates[best].text
          return Proposal(
            node: choice.node, act: choice.verb == "fill" ? .fill(text) : .select(text),
            probability: shares[index] * likely[best])
        case "enter": return Proposal(node: choice.node, act: .enter, probability: shares[index])
        default: return Proposal(node: choice.node, act: .click, probability: shares[index])
        }
      }
      return nil
    }

    /// What it weighs against each other, likeliest first, each with what speaks most for and against it.
    public func considered(_ scene: Scene, count: Int = 3) -> [(
      node: Int, verb: String, probability: Double, reasons: [(name: String, weight: Double)]
    )] {
      let reading = SceneReading(scene)
      var memory = memory
      memory.look(at: reading)
      let features = ChoiceFeatures(reading, instruction, memory)
      let all = reading.choices
      let described = all.map(features.features)
      let shares = policy.choices.probabilities(described)
      return all.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }.prefix(count).map {
        (all[$0].node, all[$0].verb, shares[$0], policy.choices.reasons(described[$0], 12))
      }
    }

    /// Whether what was done last has always brought something new.
    public var isAnnouncing: Bool {
      memory.last.map { policy.announcing.contains($0.verb + " " + $0.kind) } ?? false
    }

    /// Whether something new is still to be expected that was not there before what was done last.
    public func awaits(_ scene: Scene) -> Bool {
      guard isAnnouncing else { return false }
      return !scene.nodes.contains { $0.handle.map { !memory.before.contains($0) } ?? false }
    }

    /// Says that a proposal was carried out, and whether anything changed.
    public mutating func did(_ proposal: Proposal, changed: Bool) {
      guard let reading else { return }
      memory.add(proposal.act, on: proposal.node, in: reading, instruction)
      if changed {
        memory.fruitless = []
      } else {
        memory.fruitless.insert(proposal.act.verb + (reading.nodes[proposal.node].handle ?? ""))
      }
    }
  }

  /// The features that weigh most, of what is chosen and of what is written.
  public func explanation(_ count: Int = 20) -> (
    choices: [(name: String, weight: Double)], arguments: [(name: String, weight: Double)]
  ) {
    (choices.heaviest(count), arguments.heaviest(count))
  }
}
