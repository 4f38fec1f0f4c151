public import Trace

extension Distiller {
  /// The program of one demonstration: everything in these events is one piece of work.
  ///
  /// What is done again to the next item of a list, the next row of an opened file or on the next page becomes a loop,
  /// from two rounds on. Without any, the program does what was shown, with what was typed as its parameters.
  ///
  /// ```swift
  /// let workflow = Distiller().workflow(demonstratedBy: events, named: "Close old tickets")
  /// ```
  ///
  /// - Returns: nil where the events hold no step.
  public func workflow(demonstratedBy events: [Event], named name: String) -> Workflow? {
    demonstration(events, named: name)?.workflow
  }

  /// The program of one demonstration, and the episode that it was: see ``workflow(demonstratedBy:named:)``.
  public func demonstration(_ events: [Event], named name: String) -> (workflow: Workflow, episode: Episode)? {
    let reduction = reduce(events)
    guard let episode = Episode(steps: reduction.steps, isComplete: true) else { return nil }
    let tables = reduction.tables.map(\.table)
    let parts = LoopSearch(tables: tables).loops(in: episode.steps)
    var writer = LoopWriter(tables: tables)
    let instructions = writer.instructions(of: parts)
    let workflow = Workflow(
      id: name.asIdentifier, name: name, program: Program(instructions).forOtherFiles(), parameters: writer.parameters,
      variants: [Variant(steps: episode.steps.map { StepSummary.of($0) }, episodes: [episode.id])],
      episodes: [episode.id])
    return (workflow, episode)
  }
}
