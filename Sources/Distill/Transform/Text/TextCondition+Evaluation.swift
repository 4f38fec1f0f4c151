import Trace

extension TextCondition {
  func holds(for inputs: [ScannedText]) -> Bool {
    switch self {
    case .not(let condition):
      return !condition.holds(for: inputs)
    case .contains(let token, let input):
      return inputs.at(input)?.contains(token) ?? false
    case .starts(let token, let input):
      return inputs.at(input)?.endOf(token, startingAt: 0) != nil
    case .ends(let token, let input):
      guard let text = inputs.at(input) else { return false }
      return text.startOf(token, endingAt: text.count) != nil
    case .count(let count, let token, let input):
      return inputs.at(input)?.occurrences(of: token) == count
    case .equals(let text, let input):
      return inputs.at(input)?.scalars == Array(text.unicodeScalars)
    case .isEmpty(let input):
      return inputs.at(input)?.scalars.allSatisfy(\.properties.isWhitespace) ?? false
    case .atLeast(let limit, let input):
      guard let number = inputs.at(input)?.numbers(decimals: .point).first?.value else { return false }
      return number >= limit
    }
  }
}

extension [ScannedText] {
  fileprivate func at(_ index: Int) -> ScannedText? {
    indices.contains(index) ? self[index] : nil
  }
}

extension ScannedText {
  func contains(_ token: TextToken) -> Bool {
    (0...count).contains { endOf(token, startingAt: $0) != nil }
  }

  func occurrences(of token: TextToken) -> Int {
    (0...count).count { endOf(token, startingAt: $0) != nil }
  }
}
