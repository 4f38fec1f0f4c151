public import Trace

/// Elements made ready to be searched, for looking up more than one element in the same observation.
///
/// ```swift
/// let candidates = Candidates(observation.elements.map(\.element))
/// let places = locators.map { $0.locate(in: candidates) }
/// ```
public struct Candidates: Sendable {
  public let elements: [Element]
  let portraits: [Portrait]

  public init(_ elements: [Element]) {
    self.elements = elements
    portraits = elements.map(Portrait.init)
  }
}
