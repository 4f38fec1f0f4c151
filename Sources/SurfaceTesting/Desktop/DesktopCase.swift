public import Trace

/// One thing that every desktop surface must do: what a person does is recorded as these events, and performing those
/// leads to the same state.
public struct DesktopCase: Sendable {
  /// A sentence, for example `A choice in a list is one select`.
  public var name: String
  /// What must be recorded, in order, each as ``Trace/Event/brief``; ``DesktopContract/elements`` holds elements whole.
  public var expected: [String]
  /// What a person does, from outside the surface.
  public var act: @Sendable (DesktopHand) async throws -> Void

  init(_ name: String, _ expected: [String] = [], act: @escaping @Sendable (DesktopHand) async throws -> Void) {
    self.name = name
    self.expected = expected
    self.act = act
  }
}

extension Event {
  /// What was done with which argument to which element, or what followed, on one line: `fill “Ada” textbox “Find:”`.
  public var brief: String {
    let element = element.map { " \($0.role) “\($0.attributes["cell"] ?? $0.name)”" } ?? ""
    switch occurrence {
    case .action(.drag(let target)): return "drag\(element) to “\(target.attributes["cell"] ?? target.name)”"
    case .action(.scroll(let x, let y)): return "scroll \(x), \(y)\(element)"
    case .action(.paste(let text, let source)):
      let origin = source?.element.map { " from \($0.role) “\($0.attributes["cell"] ?? $0.name)”" } ?? ""
      return "paste “\(text)”\(element)\(origin)"
    case .action(let action):
      return action.verb.rawValue + (action.argument.map { " “\($0)”" } ?? "") + element
    case .signal(.windowOpened): return "a window opened"
    case .signal(.windowClosed): return "a window closed"
    case .signal(let signal): return "\(signal)"
    }
  }
}
