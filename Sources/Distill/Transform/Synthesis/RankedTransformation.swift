public import Trace

/// A transformation that agrees with every example, with how likely it is to be the one that is meant.
public struct RankedTransformation: Sendable, Hashable {
  public var transformation: Transformation
  /// Its description length in bits, with what speaks against it on the inputs without an answer: the lower, the
  /// likelier.
  public var cost: Double
  /// The inputs without an answer (their places in `others`) for which a rival that is nearly as likely gives
  /// something else: what to ask the person.
  public var doubtful: [Int]

  /// Whether to ask rather than to guess.
  public var isAmbiguous: Bool { !doubtful.isEmpty }

  public init(transformation: Transformation, cost: Double, doubtful: [Int] = []) {
    self.transformation = transformation
    self.cost = cost
    self.doubtful = doubtful
  }
}
