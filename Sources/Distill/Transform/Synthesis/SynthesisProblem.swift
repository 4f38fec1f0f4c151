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
    let width = rows.map(\.inputs.count).min() ?? 0
    var known = Set(examples.map(\.inputs))
    otherPlaces = others.indices.filter { others[$0].count >= width && known.insert(others[$0]).inserted }
    self.others = otherPlaces.map { others[$0].map(ScannedText.init) }
  }

  /// The cheapest programs without conditions over these of the answered examples.
  ///
  /// The search runs over a few of them; one that comes out wrong is added until none does.
  func straightLine(over chosen: [Int], others: [[ScannedText]]) -> [PathSearch.Path] {
    let outputs = chosen.map { answered[$0].output ?? "" }
    if outputs.allSatisfy(\.isEmpty) { return [PathSearch.Path(parts: [], cost: 1)] }
    guard outputs.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= settings.maximumLength }) else { return [] }
    var searched = Array(chosen.prefix(settings.searchedExamples))
    while true {
      let rest = chosen.filter { !searched.contains($0) }
      let paths = paths(over: searched, others: rest.map { answered[$0].inputs } + others)
      let right = paths.filter { path in
        rest.allSatisfy { path.parts.value(of: answered[$0].inputs) == answered[$0].output }
      }
      guard right.isEmpty, let best = paths.first, searched.count < 2 * settings.searchedExamples,
        let wrong = rest.first(where: { best.parts.value(of: answered[$0].inputs) != answered[$0].output })
      else { return right }
      searched.append(wrong)
    }
  }

  private func paths(over searched: [Int], others: [[ScannedText]]) -> [PathSearch.Path] {
    let rows = SearchRows(
      inputs: searched.map { answered[$0].inputs },
      outputs: searched.map { Array((answered[$0].output ?? "").unicodeScalars) },
      others: others.evenly(200).varied(settings.searchedOthers))
    guard rows.width > 0 else { return [] }
    var edges = TextEdges(rows: rows, settings: settings).edges()
    edges += NumberEdges(rows: rows).edges()
    edges += DateEdges(rows: rows).edges()
    if edges.count > settings.maximumEdges {
      let order = edges.indices.sorted { (edges[$0].variants[0].cost, $0) < (edges[$1].variants[0].cost, $1) }
      edges = order.prefix(settings.maximumEdges).map { edges[$0] }
    }
    var search = PathSearch(rows, edges: edges, settings: settings)
    return search.paths()
  }
}

extension Array {
  /// As many of the elements, spread evenly.
  func evenly(_ limit: Int) -> [Element] {
    count <= limit ? self : (0..<limit).map { self[$0 * count / limit] }
  }
}

extension [[ScannedText]] {
  /// As many of the rows, those first that look different from all before them.
  fileprivate func varied(_ limit: Int) -> [[ScannedText]] {
    guard count > limit else { return self }
    var looks: Set<[String]> = []
    var new: [[ScannedText]] = []
    var known: [[ScannedText]] = []
    for row in self {
      if looks.insert(row.map { OutputShape.outline(of: $0) }).inserted { new.append(row) } else { known.append(row) }
    }
    return new.prefix(limit) + known.evenly(Swift.max(0, limit - new.count))
  }
}
