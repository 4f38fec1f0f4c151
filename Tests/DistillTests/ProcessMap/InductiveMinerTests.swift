import Distill
import Testing
import Trace

@Suite("Inductive miner")
struct InductiveMinerTests {
  /// The trees are those of pm4py 2.7.23, its children of choices and parallel blocks sorted.
  @Test(
    "A log gives the tree that the reference implementation finds",
    arguments: [
      (0, ["a b c", "a b c"], "->( 'a', 'b', 'c' )"),
      (0, ["a", "b c", "b c"], "X( 'a', ->( 'b', 'c' ) )"),
      (0, ["a b c d", "a c b d"], "->( 'a', +( 'b', 'c' ), 'd' )"),
      (0, ["a", "a b a", "a b a b a"], "*( 'a', 'b' )"),
      (0, ["a b", "b", "a b", ""], "X( ->( X( 'a', tau ), 'b' ), tau )"),
      (0, ["a b c", "a c", "b c"], "->( X( 'a', tau ), X( 'b', tau ), 'c' )"),
      (0, ["a b c d", "a d"], "->( 'a', X( ->( 'b', 'c' ), tau ), 'd' )"),
      (0, ["a a", "a"], "*( 'a', tau )"),
      (0, ["a b a b", "a b"], "*( ->( 'a', 'b' ), tau )"),
      (
        0, ["a b c a b e f", "a b f e c", "d b c a b e f"],
        "->( X( 'd', tau ), +( 'c', ->( *( ->( X( 'a', tau ), 'b' ), tau ), +( 'e', 'f' ) ) ) )"
      ),
      (0, ["a b c", "c b a", "b a c a"], "+( 'b', 'c', *( 'a', tau ) )"),
      (
        0, ["b a c", "a c b", "c b a d", "d d a"],
        "+( 'a', ->( X( +( 'b', 'c' ), tau ), X( *( 'd', tau ), tau ) ) )"
      ),
      (0, ["x a b", "a x b", "a b x", "a b b x"], "+( 'x', ->( 'a', *( 'b', tau ) ) )"),
      (0, ["a b b a a", "b a", "b a a b a a"], "*( ->( X( *( 'b', tau ), tau ), 'a' ), tau )"),
      (0, ["é b", "b é", "Z"], "X( 'Z', +( 'b', 'é' ) )"),
      (0, [""], "tau"),
      (0, [], "tau"),
      (0, ["a b c d", "a b c d", "c b d", "d c", "d c b"], "->( X( 'a', tau ), +( 'c', 'd', X( 'b', tau ) ) )"),
      (
        0.25, Array(repeating: "a b c d", count: 8) + ["c b d", "d c", "d c b"],
        "->( X( 'a', tau ), +( 'b', 'c', 'd' ) )"
      ),
      (0.2, Array(repeating: "a b", count: 9) + [""], "->( 'a', 'b' )"),
      (0.05, Array(repeating: "a b", count: 9) + [""], "X( ->( 'a', 'b' ), tau )"),
    ] as [(Double, [String], String)])
  func trees(noise: Double, traces: [String], tree: String) {
    #expect(mine(traces, noise: noise).ordered.description == tree)
  }

  @Test("Without noise left out, the tree allows every trace it was mined from")
  func fitness() {
    var random = Random(seed: 21)
    var sizes: Set<Int> = []
    for _ in 0..<400 {
      let activities = (0..<Int.random(in: 1...8, using: &random)).map { "a\($0)" }
      let traces = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        // Mostly in order, with repetitions, gaps and swaps.
        var trace = activities.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }
        if trace.count > 1, Bool.random(using: &random) {
          trace.swapAt(0, Int.random(in: 0..<trace.count, using: &random))
        }
        if Int.random(in: 0..<3, using: &random) == 0 { trace += trace.suffix(2) }
        return trace.joined(separator: " ")
      }
      let tree = mine(traces)
      sizes.insert(tree.activities.count)
      for trace in traces {
        #expect(tree.allows(trace.split(separator: " ").map(String.init)[...]), "\(tree): \(trace)")
      }
      #expect(tree == tree.simplified)
    }
    #expect(sizes.count == 8)
  }

  @Test("The order in which traces come does not change the tree, but for the order of choices and parallel parts")
  func orderOfTraces() {
    var random = Random(seed: 2)
    let traces = ["a b c d", "a c b d", "a d", "e a b d", "a b b d c"]
    let tree = mine(traces).ordered
    for _ in 0..<20 { #expect(mine(traces.shuffled(using: &random)).ordered == tree) }
  }

  private func mine(_ traces: [String], noise: Double = 0) -> ProcessTree {
    let sequences = ActivitySequences.of(traces)
    return InductiveMiner(noise: noise).tree(of: TraceVariant.variants(of: sequences), in: sequences)
  }
}

extension ProcessTree {
  /// The names of its activities.
  fileprivate var activities: Set<String> {
    switch self {
    case .silent: []
    case .activity(let name): [name]
    case .sequence(let children), .choice(let children), .parallel(let children):
      children.reduce(into: []) { $0.formUnion($1.activities) }
    case .loop(let body, let redo): body.activities.union(redo.activities)
    }
  }

  /// Whether the process can do a trace, worked out from the tree's meaning alone; every activity stands once in the
  /// tree, so it is clear which part an event belongs to.
  fileprivate func allows(_ trace: ArraySlice<String>) -> Bool {
    switch self {
    case .silent: return trace.isEmpty
    case .activity(let name): return Array(trace) == [name]
    case .choice(let children): return children.contains { $0.allows(trace) }
    case .parallel(let children):
      guard trace.allSatisfy(activities.contains) else { return false }
      return children.allSatisfy { child in
        let own = child.activities
        return child.allows(trace.filter(own.contains)[...])
      }
    case .sequence(let children):
      var rest = trace
      for child in children {
        let own = child.activities
        let part = rest.prefix(while: own.contains)
        guard child.allows(part) else { return false }
        rest = rest.dropFirst(part.count)
      }
      return rest.isEmpty
    case .loop(let body, let redo):
      return ProcessTree.allows(trace, body, redo)
    }
  }

  private static func allows(_ trace: ArraySlice<String>, _ body: ProcessTree, _ redo: ProcessTree) -> Bool {
    if body.allows(trace) { return true }
    for end in trace.indices where body.allows(trace[..<end]) {
      for next in end...trace.endIndex - 1 where next > trace.startIndex && redo.allows(trace[end..<next]) {
        if allows(trace[next...], body, redo) { return true }
      }
    }
    return false
  }
}
