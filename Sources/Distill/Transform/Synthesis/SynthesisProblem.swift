import Trace

/// The examples, each once, and the other inputs, as the search reads them.
struct SynthesisProblem {
  struct Row {
    var inputs: [ScannedText]
    var output: String?
  }

  var settings: SynthesisSettings
  /// Examples with a result.
  var answered: [Row]
  /// Examples without one.
  var unanswered: [Row]
  var others: [[ScannedText]]
  /// The places of the others, in what was given.
  var otherPlaces: [Int]

  init(examples: [TransformationExample], others: [[String]], settings: SynthesisSettings) {
    self.settings = settings
    var seen: Set<TransformationExample> = []
    let rows = examples.filter { seen.insert($0).inserted }
      .map { Row(inputs: $0.inputs.map(ScannedText.init), output: $0.output) }
    answered = rows.filter { $0.output != nil }
    unanswered = rows.filter { $0.output == nil }
    var known = Set(examples.map(\.inputs))
    otherPlaces = others.indices.filter { known.insert(others[$0]).inserted }
    self.others = otherPlaces.map { others[$0].map(ScannedText.init) }
  }

  /// The cheapest programs without conditions over these of the answered examples.
  func straightLine(over chosen: [Int], others: [[ScannedText]]) -> [PathSearch.Path] {
    if chosen.allSatisfy({ answered[$0].output?.isEmpty ?? false }) { return [PathSearch.Path(parts: [], cost: 1)] }
    let searched = chosen.prefix(settings.searchedExamples).map { answered[$0] }
    let rows = SearchRows(
      inputs: searched.map(\.inputs), outputs: searched.map { Array(($0.output ?? "").unicodeScalars) },
      others: others.evenly(settings.searchedOthers))
    guard rows.width > 0, rows.outputs.allSatisfy({ !$0.isEmpty }),
      rows.others.allSatisfy({ $0.count >= rows.width })
    else { return [] }
    var edges = TextEdges(rows: rows, settings: settings).edges()
    edges += NumberEdges(rows: rows).edges()
    edges += DateEdges(rows: rows).edges()
    if edges.count > settings.maximumEdges {
      let order = edges.indices.sorted {
        (edges[$0].variants[0].cost, $0) < (edges[$1].variants[0].cost, $1)
      }
      edges = order.prefix(settings.maximumEdges).map { edges[$0] }
    }
    var search = PathSearch(rows, edges: edges, settings: settings)
    let later = chosen.dropFirst(settings.searchedExamples).map { answered[$0] }
    return search.paths().filter { path in
      later.allSatisfy { path.parts.value(of: $0.inputs) == $0.output }
    }
  }
}

extension Array {
  /// As many of the elements, spread evenly.
  func evenly(_ limit: Int) -> [Element] {
    count <= limit ? self : (0..<limit).map { self[$0 * count / limit] }
  }
}
