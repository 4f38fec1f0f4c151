import Trace

/// The examples that a search runs over, and some inputs without an answer.
struct SearchRows: Sendable {
  var inputs: [[ScannedText]]
  var outputs: [[Unicode.Scalar]]
  var others: [[ScannedText]]
  /// The number of inputs that every row has.
  var width: Int

  init(inputs: [[ScannedText]], outputs: [[Unicode.Scalar]], others: [[ScannedText]]) {
    self.inputs = inputs
    self.outputs = outputs
    self.others = others
    self.width = inputs.map(\.count).min() ?? 0
  }

  /// Bits that speak against an expression that does not apply to some of the other inputs.
  static func cost(ofFailing failing: Int, among count: Int) -> Double {
    failing > 0 ? 12 * (Double(failing) / Double(count + 2)).squareRoot() : 0
  }

  /// The values as they stand in the outputs; nil where one is missing or does not.
  func fitting(_ values: [String?]) -> [[Unicode.Scalar]]? {
    var result: [[Unicode.Scalar]] = []
    for (value, output) in zip(values, outputs) {
      guard let value, !value.isEmpty else { return nil }
      let text = Array(value.unicodeScalars)
      guard output.contains(subsequence: text) else { return nil }
      result.append(text)
    }
    return result
  }
}

extension Fingerprint {
  /// Of what an expression gives for some inputs.
  init(_ values: [String?]) {
    self.init()
    for value in values {
      if let value { add(value.unicodeScalars) } else { add(UInt64.max - 1) }
    }
  }
}

extension [Unicode.Scalar] {
  func contains(subsequence other: [Unicode.Scalar]) -> Bool {
    guard other.count <= count else { return false }
    return (0...count - other.count).contains { has(other, at: $0) }
  }

  func has(_ other: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + other.count <= count else { return false }
    for index in other.indices where self[start + index] != other[index] { return false }
    return true
  }
}
