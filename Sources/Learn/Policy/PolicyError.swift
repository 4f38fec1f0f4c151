/// Why demonstrations could not be learned from, or a step not taken down.
public enum PolicyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// An act is on a node that its scene does not have.
  case noSuchNode(Int, count: Int)
  /// An act is told of before anything was proposed.
  case nothingProposed

  public var description: String {
    switch self {
    case .noSuchNode(let node, let count):
      "The act is on node \(node), and its scene has \(count). Record it again, or leave it out."
    case .nothingProposed: "No scene was looked at before this act. Ask for a proposal first."
    }
  }
}
