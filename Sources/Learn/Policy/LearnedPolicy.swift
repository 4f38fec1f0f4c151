/// A policy learned from a handful of demonstrations of one task: for each step a distribution over what could be done,
/// and to what.
///
/// ```swift
/// let policy = try LearnedPolicy.learn(from: demonstrations)
/// var run = policy.begin("Book the invoice of Adler & Sons to travel")
/// while let proposal = run.propose(scene) { … perform … ; try run.did(proposal, changed: true) }
/// ```
///
/// The same demonstrations give the same weights, bit for bit. A conditional logit over candidates (McFadden, 1974),
/// with sparse features of their relations.
public struct LearnedPolicy: Sendable, Hashable {
  /// The form of the file.
  public static let version = 2

  var fixed: [String]
  var choosing: [String]
  var choices: ConditionalLogit
  var arguments: ConditionalLogit
  /// What was done at all: nothing else is proposed.
  var verbs: [String]
  /// The acts, by verb and kind of node, after which something new was there each time: it is waited for.
  var announcing: [String]
  /// The most acts an episode took.
  public internal(set) var longest: Int

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

  /// The features that weigh most, of what is chosen and of what is written.
  public func explanation(_ count: Int = 20) -> (
    choices: [(name: String, weight: Double)], arguments: [(name: String, weight: Double)]
  ) {
    (choices.heaviest(count), arguments.heaviest(count))
  }
}

extension LearnedPolicy: Codable {
  private enum CodingKeys: CodingKey {
    case version, fixed, choosing, choices, arguments, verbs, announcing, longest
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.version, forKey: .version)
    try container.encode(fixed, forKey: .fixed)
    try container.encode(choosing, forKey: .choosing)
    try container.encode(choices, forKey: .choices)
    try container.encode(arguments, forKey: .arguments)
    try container.encode(verbs, forKey: .verbs)
    try container.encode(announcing, forKey: .announcing)
    try container.encode(longest, forKey: .longest)
  }

  /// - Throws: `DecodingError` for a file of another version, and for one that does not hold together.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version == Self.version else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container,
        debugDescription: "The model is of version \(version), and \(Self.version) is read here. Learn it anew.")
    }
    fixed = try container.decode([String].self, forKey: .fixed)
    choosing = try container.decode([String].self, forKey: .choosing)
    choices = try container.decode(ConditionalLogit.self, forKey: .choices)
    arguments = try container.decode(ConditionalLogit.self, forKey: .arguments)
    verbs = try container.decode([String].self, forKey: .verbs)
    announcing = try container.decode([String].self, forKey: .announcing)
    longest = try container.decode(Int.self, forKey: .longest)
    guard (0...Self.mostActs).contains(longest) else {
      throw DecodingError.dataCorruptedError(
        forKey: .longest, in: container,
        debugDescription: "The model tells of \(longest) acts in one episode. Learn it anew.")
    }
  }

  /// No episode is longer: what says so is damaged.
  private static let mostActs = 1_000_000
}
