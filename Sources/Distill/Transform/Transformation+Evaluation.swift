public import Trace

extension Transformation {
  /// What the transformation makes of these inputs; nil where it does not apply to them.
  ///
  ///     let swap = …  // learned from "Müller, Anna" → "Anna Müller"
  ///     swap.evaluate(on: ["Sommer, Kim"])  // "Kim Sommer"
  public func evaluate(on inputs: [String]) -> String? {
    evaluate(on: inputs.map(ScannedText.init))
  }

  func evaluate(on inputs: [ScannedText]) -> String? {
    for way in cases where way.condition?.holds(for: inputs) ?? true {
      guard let parts = way.parts else { return nil }
      if let result = parts.value(of: inputs) { return result }
    }
    return nil
  }
}

extension [TextExpression] {
  /// The parts' values, one after the other; nil where one of them does not apply.
  func value(of inputs: [ScannedText]) -> String? {
    var result = ""
    for part in self {
      guard let value = part.value(of: inputs) else { return nil }
      result += value
    }
    return result
  }
}

extension TextExpression {
  func value(of inputs: [ScannedText]) -> String? {
    switch self {
    case .constant(let text): text
    case .text(let piece): piece.value(of: inputs)
    case .number(let piece): piece.value(of: inputs)
    case .date(let piece): piece.value(of: inputs)
    }
  }
}
