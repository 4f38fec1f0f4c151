public import Surfaces
public import Trace

/// An action about to be done, with its exact value and, once found, its exact element.
public struct Intent: Sendable, Hashable {
  /// The step it carries out.
  public var template: StepTemplate
  /// The action with the value of this run in it.
  public var action: Action
  /// Where the value came from and what it is.
  public var value: PlannedValue
  /// Which row of the given rows it is for, from 0.
  public var row: Int?
  /// The target with what varies filled in; nil for actions without an element.
  public var target: ResolvedTarget?
  /// The element, once found.
  public var element: ObservedElement?
  /// The window's place right before the act.
  public var place: Place?
  /// Whether what its element says is needed later, when it may be out of sight.
  public var isRead = false

  public init(
    template: StepTemplate, action: Action, value: PlannedValue = .none, row: Int? = nil, target: ResolvedTarget? = nil,
    element: ObservedElement? = nil, place: Place? = nil
  ) {
    self.template = template
    self.action = action
    self.value = value
    self.row = row
    self.target = target
    self.element = element
    self.place = place
  }
}
