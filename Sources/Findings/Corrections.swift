public import Distill
public import Journal
public import Trace

extension Correction {
  /// Some variants of a workflow become one of their own; nil where that leaves nothing on one of the two sides.
  ///
  /// - Parameter variants: their numbers, from 1.
  public static func split(_ workflow: Workflow, variants: Set<Int>, into name: String) -> Correction? {
    guard !variants.isEmpty, variants.allSatisfy({ (1...max(1, workflow.variants.count)).contains($0) }),
      variants.count < workflow.variants.count
    else { return nil }
    let going = workflow.variants.enumerated().filter { variants.contains($0.offset + 1) }.flatMap(\.element.episodes)
    return .split(going, from: workflow.episodes.filter { !going.contains($0) }, name: name)
  }

  /// Whether a name may be given to a workflow: it says something, and no other has it.
  public static func isFree(_ name: String, among workflows: [Workflow]) -> Bool {
    !name.allSatisfy(\.isWhitespace)
      && !workflows.contains { $0.id == Distiller.identifier(of: name) || $0.name == name }
  }
}

extension Teaching {
  /// Keeps a correction: from now on it holds for everything that is found.
  public static func keep(_ correction: Correction, in home: Home) throws {
    var teaching = try read(in: home)
    teaching.corrections.append(correction)
    try teaching.write(in: home)
  }
}
