/// What was wrong with something a person wrote for the guard: a place, a rule, a list.
public struct GuardError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case badPlace, badRule
  }

  public var code: Code
  /// A full sentence: what was wrong, where, and what to do. Never holds recorded content.
  public var reason: String

  public init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  public var description: String { reason }
}
