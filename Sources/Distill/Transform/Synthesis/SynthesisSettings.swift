/// How far a search for transformations goes. All bounds are counts, so that a result never depends on a clock.
public struct SynthesisSettings: Sendable, Hashable {
  /// How many transformations are returned at most.
  public var limit = 8
  /// How many examples the search runs over at first; one that comes out wrong is added, up to twice as many.
  public var searchedExamples = 3
  /// How many of the inputs without an answer are looked at while searching.
  public var searchedOthers = 16
  /// How many of the inputs without an answer rank the transformations that were found.
  public var rankedOthers = 60
  /// How many ways on are kept at each point of the search.
  public var width = 20
  /// How many expressions are kept for the same piece of the outputs.
  public var variants = 12
  /// How many points (places in all outputs at once) are searched.
  public var maximumStates = 20_000
  /// How many ways on are looked at in all.
  public var maximumSteps = 20_000_000
  /// How many pieces of an input are considered.
  public var maximumPieces = 3000
  /// How many different parts of the outputs are considered.
  public var maximumEdges = 6000
  /// Characters of an input beyond so many are not searched, nor are longer outputs.
  public var maximumLength = 400
  /// Whether cases are told apart by conditions where no program without them agrees with every example.
  public var findsCases = true
  /// A rival is as good as the best up to so many bits more.
  public var doubt = 2.0

  public init() {}
}
