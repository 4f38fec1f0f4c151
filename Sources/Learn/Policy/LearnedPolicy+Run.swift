public import Trace

extension LearnedPolicy {
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
      let all = reading.choices(of: policy.verbs)
      guard !all.isEmpty else { return nil }
      let shares = policy.choices.probabilities(all.map(features.features))
      let order = all.indices.sorted { shares[$0] == shares[$1] ? $0 < $1 : shares[$0] > shares[$1] }
      for index in order where !memory.fruitless.contains(Attempt(all[index].verb, on: all[index].node, in: reading)) {
        let choice = all[index]
        switch choice.verb {
        case "fill", "select":
          guard let (text, share) = argument(of: choice, in: reading) else { continue }
          return Proposal(
            node: choice.node, act: choice.verb == "fill" ? .fill(text) : .select(text),
            probability: shares[index] * share)
        case "enter": return Proposal(node: choice.node, act: .enter, probability: shares[index])
        case "hover": return Proposal(node: choice.node, act: .hover, probability: shares[index])
        default: return Proposal(node: choice.node, act: .click, probability: shares[index])
        }
      }
      return nil
    }

    /// What is likeliest written or chosen.
    private func argument(of choice: Choice, in reading: SceneReading) -> (text: String, share: Double)? {
      let candidates = ArgumentFeatures(reading: reading, instruction: instruction, memory: memory)
        .candidates(for: choice)
      let likely = policy.arguments.probabilities(candidates.map(\.features))
      return likely.indices.max { likely[$0] < likely[$1] || (likely[$0] == likely[$1] && $0 > $1) }
        .map { (candidates[$0].text, likely[$0]) }
    }

    /// What it weighs against each other, likeliest first, each with what speaks most for and against it.
    public func considered(_ scene: Scene, count: Int = 3) -> [(
      node: Int, verb: String, probability: Double, reasons: [(name: String, weight: Double)]
    )] {
      let reading = SceneReading(scene)
      var memory = memory
      memory.look(at: reading)
      let features = ChoiceFeatures(reading, instruction, memory)
      let all = reading.choices(of: policy.verbs)
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
    ///
    /// - Throws: ``PolicyError`` where nothing was proposed yet, or the proposal is not one of the scene last looked at.
    public mutating func did(_ proposal: Proposal, changed: Bool) throws(PolicyError) {
      guard let reading else { throw .nothingProposed }
      guard reading.nodes.indices.contains(proposal.node) else {
        throw .noSuchNode(proposal.node, count: reading.nodes.count)
      }
      memory.add(proposal.act, on: proposal.node, in: reading, instruction)
      if changed {
        memory.fruitless = []
      } else {
        memory.fruitless.insert(Attempt(proposal.act.verb, on: proposal.node, in: reading))
      }
    }
  }
}

/// An act on a node, as it is known again while nothing changes.
struct Attempt: Sendable, Hashable {
  private let verb: String
  private let handle: String?
  /// What has no handle is known by its number.
  private let node: Int?

  init(_ verb: String, on node: Int, in reading: SceneReading) {
    self.verb = verb
    handle = reading.nodes[node].handle
    self.node = handle == nil ? node : nil
  }
}
