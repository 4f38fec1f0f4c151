/// Why a run stopped before its end.
///
/// The reason is a full sentence that says what was wrong and what to do; it never holds recorded content. The step
/// tells where: its summary can be looked up in the workflow.
public struct Halt: Error, Sendable, Codable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Codable, Hashable, CaseIterable {
    /// The window shows another document than the step expects.
    case wrongPlace
    case elementAbsent, elementAmbiguous, notActionable
    /// A value is missing: a parameter, a column, an element to read it from.
    case valueMissing
    /// A value does not fit its slot.
    case valueRefused
    /// What followed the step every time was not seen this time.
    case effectMissing
    /// Something followed that never did before.
    case effectUnexpected
    /// A place the workflow does not name.
    case outOfScope
    /// The person said no, or the approval no longer holds.
    case refused
    /// Steps or time are used up.
    case budgetSpent
    case cancelled
    /// The surface is not there or answered with an error.
    case surface
  }

  public var code: Code
  public var reason: String
  /// The step's id.
  public var step: String?
  /// Which row of the given rows, from 0.
  public var row: Int?

  public init(_ code: Code, _ reason: String, step: String? = nil, row: Int? = nil) {
    self.code = code
    self.reason = reason
    self.step = step
    self.row = row
  }

  public var description: String {
    switch (step, row) {
    case (let step?, let row?): "Step \(step), row \(row + 1): \(reason)"
    case (let step?, nil): "Step \(step): \(reason)"
    case (nil, let row?): "Row \(row + 1): \(reason)"
    case (nil, nil): reason
    }
  }

  /// The same, with the step and row it happened at where they were not said.
  func at(_ template: String?, row: Int?) -> Halt {
    Halt(code, reason, step: step ?? template, row: self.row ?? row)
  }
}
