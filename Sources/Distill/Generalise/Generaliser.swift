import Trace

/// Makes a program of the episodes of one workflow.
struct Generaliser: Sendable {
  var episodes: [Episode]
  var kinds: [[Int]]
  var tables: [Table]

  init(found: [FoundEpisode], tables: [OpenedTable]) {
    episodes = found.map(\.episode)
    kinds = found.map(\.kinds)
    self.tables = tables.map(\.table)
  }

  /// The workflow, called by this name.
  func workflow(_ id: Workflow.ID, named name: String) -> Workflow {
    let given = zip(episodes, kinds).map { KindedSteps(steps: $0.steps, kinds: $1) }
    let order = CanonicalOrder(given)
    let ordered = given.map(order.apply)
    let steps = ordered.map(\.steps)
    let alignment = Alignment(ordered).mergingEqualResults()
    var builder = ProgramBuilder(alignment: alignment, steps: steps, tables: tables)
    let program = builder.build().forOtherFiles()
    return Workflow(
      id: id, name: name,
      program: program, parameters: builder.known.parameters, variants: variants(alignment, steps),
      episodes: episodes.map(\.id))
  }

  /// The ways in which it was done, the most frequent first.
  private func variants(_ alignment: Alignment, _ steps: [[Step]]) -> [Variant] {
    var ways: [[Int]: [Int]] = [:]
    for episode in episodes.indices {
      let way = alignment.columns.indices.filter { alignment.columns[$0].steps[episode] != nil }
      ways[way, default: []].append(episode)
    }
    return ways.sorted { (-$0.value.count, $0.value[0]) < (-$1.value.count, $1.value[0]) }.map { way, members in
      Variant(
        steps: way.compactMap { alignment.columns[$0].steps[members[0]].map { StepSummary.of($0) } },
        episodes: members.map { episodes[$0].id })
    }
  }
}
