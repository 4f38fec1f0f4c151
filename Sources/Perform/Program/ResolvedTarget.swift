import Learn
public import Trace

/// A target with the value of its variable part filled in.
public struct ResolvedTarget: Sendable, Hashable {
  public var target: Target
  /// What its variable part is now; nil where it has none.
  public var value: String?
  /// Where that value came from.
  public var source: PlannedValue

  public init(_ target: Target, value: String? = nil, source: PlannedValue = .none) {
    self.target = target
    self.value = value
    self.source = source
  }

  /// How it is found on a surface.
  var locator: Locator { Locator(target: target, value: value) }

  /// The element to look for first, with what varies filled in; nil where everything must be seen.
  var likeness: Element? {
    guard var element = target.examples.first else { return nil }
    switch target.variable?.part {
    case nil: return element
    case .index: return element.isSheetCell ? value.flatMap { Int($0) }.map { element.cell(inRow: $0) } : nil
    case .name:
      element.name = value ?? element.name
      element.attributes["text"] = value
      return element
    case .row:
      element.surroundings.row = value ?? element.surroundings.row
      return element
    }
  }
}
