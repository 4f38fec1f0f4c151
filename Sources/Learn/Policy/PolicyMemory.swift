import Trace

/// What was done so far in an episode, as later choices need it.
struct PolicyMemory: Sendable {
  struct Done: Sendable {
    var handle: String?
    var kind: String
    var said: String
    var words: [String]
    var verb: String
    /// The words of the instruction that it took up.
    var mentions: [Range<Int>]
    /// Those that what stands around it takes up.
    var around: [Range<Int>]
    var value: String?
    /// What of it and around it the instruction names.
    var relations: [String]
  }

  var done: [Done] = []
  /// What was tried as a number, and the words that were there afterwards and not before.
  var tries: [(value: Int, words: [String])] = []
  private var known: Set<String> = []
  /// The nodes of the scene before the last act.
  var before: Set<String> = []
  /// What was there when something was done that changed nothing.
  var fruitless: Set<Attempt> = []

  var last: Done? { done.last }

  func times(_ handle: String?, _ verb: String) -> Int {
    done.reduce(0) { $0 + ($1.handle != nil && $1.handle == handle && $1.verb == verb ? 1 : 0) }
  }

  mutating func add(_ act: PolicyAct, on node: Int, in reading: SceneReading, _ instruction: Request) {
    let words = reading.words[node].isEmpty ? reading.label[node] ?? [] : reading.words[node]
    var value: String?
    var mentions = instruction.occurrences(of: words)
    switch act {
    case .fill(let text), .select(let text):
      value = text
      mentions = instruction.occurrences(of: Wording.words(of: text))
    case .click, .hover, .enter: break
    }
    done.append(
      Done(
        handle: reading.nodes[node].handle, kind: reading.kind[node], said: reading.said[node], words: words,
        verb: act.verb, mentions: mentions,
        around: reading.groupMembers(of: node).flatMap { instruction.occurrences(of: reading.words[$0]) }, value: value,
        relations: ChoiceFeatures.relations(of: node, in: reading, instruction)))
    if case .fill(let text) = act, let number = Int(text) { tries.append((number, [])) }
    known = Self.texts(of: reading)
    if act.verb == "fill" { seen = [:] }
    for (kind, nodes) in reading.ofKind where nodes.count > 1 {
      for node in nodes where !(seen[kind]?.contains(reading.said[node]) ?? false) {
        seen[kind, default: []].append(reading.said[node])
      }
    }
    before = Set(reading.nodes.compactMap(\.handle))
  }

  /// What was there of each kind since something was last entered, by what it says, and is there no more.
  private var seen: [String: [String]] = [:]

  func gone(_ kind: String, in reading: SceneReading) -> Int {
    guard let known = seen[kind] else { return 0 }
    let here = Set((reading.ofKind[kind] ?? []).map { reading.said[$0] })
    return known.filter { !here.contains($0) }.count
  }

  /// What a scene says about the last try: the words that have come since.
  mutating func look(at reading: SceneReading) {
    guard !tries.isEmpty, tries[tries.count - 1].words.isEmpty else { return }
    let new = Self.texts(of: reading).subtracting(known)
    tries[tries.count - 1].words = new.sorted().flatMap(Wording.words(of:)).filter { Wording.number($0) == nil }
  }

  private static func texts(of reading: SceneReading) -> Set<String> {
    Set(reading.nodes.map(\.text).filter { !$0.isEmpty })
  }

  func isAround(_ mention: Range<Int>) -> Bool { done.contains { $0.around.contains { $0.overlaps(mention) } } }

  func isDone(_ mention: Range<Int>) -> Bool { done.contains { $0.mentions.contains { $0.overlaps(mention) } } }
}
