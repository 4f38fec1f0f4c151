/// Where a locator found its element among candidates, or why it did not say.
public enum Location: Sendable, Codable, Hashable {
  /// The element is `candidates[index]`. `score` is how sure that is, 0…1; `margin` is by how many bits the evidence
  /// for it exceeds the evidence for the next best (infinite evidence is cut off at 64).
  case found(index: Int, score: Double, margin: Double)
  /// Several candidates fit about equally well, the best first: a person must say which one.
  case ambiguous([Candidate])
  /// None of the candidates is it.
  case absent

  /// A candidate that could be the element.
  public struct Candidate: Sendable, Codable, Hashable {
    /// Its position among the candidates.
    public var index: Int
    /// How sure it is that this is the element, 0…1.
    public var score: Double

    public init(index: Int, score: Double) {
      self.index = index
      self.score = score
    }
  }

  /// The index of the element, where it was found.
  public var index: Int? {
    if case .found(let index, _, _) = self { index } else { nil }
  }
}
