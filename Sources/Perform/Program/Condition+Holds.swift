import Foundation
import Trace

extension Condition.Comparison {
  /// Compares what was seen with the constant. Texts are compared without regard to case and outer blanks; numbers
  /// as numbers.
  func holds(_ subject: String, _ value: String) -> Bool {
    let left = subject.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    let right = value.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    switch self {
    case .equals: return left == right
    case .differs: return left != right
    case .contains: return left.contains(right)
    case .lacks: return !left.contains(right)
    case .isPresent: return !left.isEmpty
    case .isAbsent: return left.isEmpty
    case .atLeast: return Self.compare(left, right) { $0 >= $1 }
    case .below: return Self.compare(left, right) { $0 < $1 }
    }
  }

  private static func compare(_ left: String, _ right: String, _ order: (Double, Double) -> Bool) -> Bool {
    guard let left = number(left), let right = number(right) else { return false }
    return order(left, right)
  }

  /// The number in a text such as `€ 1,234.50`, `1.234,50` or `12 %`; nil where there is none.
  static func number(_ text: String) -> Double? {
    var digits = text.filter { $0.isASCII && ($0.isNumber || ".,-".contains($0)) }
    let last = digits.lastIndex { $0 == "." || $0 == "," }
    if let last {
      let separators = digits.filter { $0 == "." || $0 == "," }
      let decimals = digits.distance(from: last, to: digits.endIndex) - 1
      // One kind of separator, before three digits or more than once, groups thousands.
      let groups = Set(separators).count == 1 && (separators.count > 1 || decimals == 3 && digits[last] == ",")
      let fraction = groups ? "" : digits[digits.index(after: last)...].filter(\.isNumber)
      let whole = (groups ? digits[...] : digits[..<last]).filter { $0.isNumber || $0 == "-" }
      digits = whole + "." + (fraction.isEmpty ? "0" : fraction)
    }
    return Double(digits)
  }
}

extension Condition {
  /// In words: `Status is “Open”`.
  var text: String {
    let subject = self.subject.text
    if case .element = self.subject {
      if comparison == .isPresent { return "“\(subject)” is shown" }
      if comparison == .isAbsent { return "“\(subject)” is not shown" }
    }
    return switch comparison {
    case .equals: "\(subject) is “\(value)”"
    case .differs: "\(subject) is not “\(value)”"
    case .contains: "\(subject) contains “\(value)”"
    case .lacks: "\(subject) does not contain “\(value)”"
    case .atLeast: "\(subject) is at least \(value)"
    case .below: "\(subject) is below \(value)"
    case .isPresent: "\(subject) is there"
    case .isAbsent: "\(subject) is not there"
    }
  }
}

extension ValueSource {
  /// In words: what it is called.
  var text: String {
    switch self {
    case .constant(let text): "“\(text)”"
    case .parameter(let name), .column(let name): name
    case .element(let target): target.examples.first?.caption ?? "an element"
    case .clipboard: "what was copied"
    case .transformed(_, let sources): sources.map(\.text).joined(separator: ", ")
    case .question(let text): text
    }
  }
}

extension Element {
  /// What a person would call it, without the marks that labels end with.
  var caption: String {
    if isSheetCell, !surroundings.column.isEmpty { return surroundings.column }
    let names = [surroundings.label, name, surroundings.column, attributes["placeholder"] ?? "", text]
      .map { $0.trimmingCharacters(in: Self.marksOfLabels) }
    return names.first { !$0.isEmpty } ?? role.rawValue
  }

  private static let marksOfLabels = CharacterSet(charactersIn: ":*").union(.whitespaces)

  /// What a person reads in it: its value, else its text, else its name.
  var reading: String {
    if let value { return value }
    return text.isEmpty ? name : text
  }
}
