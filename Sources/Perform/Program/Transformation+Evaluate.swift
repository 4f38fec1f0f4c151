import Distill
import Trace

extension Transformation {
  /// The text that the transformation makes of its inputs; nil where it cannot.
  func evaluate(_ inputs: [String]) -> String? {
    var result = ""
    for part in parts {
      switch part {
      case .constant(let text): result += text
      case .input(let number):
        guard inputs.indices.contains(number) else { return nil }
        result += inputs[number]
      case .operation: return nil
      }
    }
    return result
  }
}
