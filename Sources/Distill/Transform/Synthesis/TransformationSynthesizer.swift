import Trace

/// Finds transformations from examples.
///
/// A version-space search after Gulwani, "Automating String Processing in Spreadsheets Using Input-Output Examples"
/// (POPL 2011): all pieces of the inputs that could stand in the outputs are found by the positions that name them,
/// beside numbers and dates that are written anew; the cheapest ways to put them together to every output are kept,
/// and those come first that are simple and that also apply to the inputs without an answer.
///
///     let found = TransformationSynthesizer().synthesize(
///       examples: [TransformationExample(inputs: ["Müller, Anna"], output: "Anna Müller")],
///       others: [["Sommer, Kim"]])
///     found.first?.transformation.evaluate(on: ["Sommer, Kim"])  // "Kim Sommer"
public struct TransformationSynthesizer: Sendable {
  public var settings: SynthesisSettings

  public init(settings: SynthesisSettings = SynthesisSettings()) {
    self.settings = settings
  }

  /// The transformations that agree with every example, the likeliest first; none where nothing was found.
  ///
  /// - Parameter others: Inputs that have no answer yet: what applies to them too is likelier, and those on which
  ///   likely transformations differ are named (``RankedTransformation/doubtful``).
  public func synthesize(examples: [TransformationExample], others: [[String]] = []) -> [RankedTransformation] {
    let problem = SynthesisProblem(examples: examples, others: others, settings: settings)
    return problem.ranked(problem.candidates())
  }
}
