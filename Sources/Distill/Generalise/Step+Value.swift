public import Trace

extension Step {
  /// Whether the action carries something that can differ from time to time.
  var takesValue: Bool {
    switch action {
    case .fill, .select, .paste, .navigate, .upload, .run: true
    case .answer(_, let text): text != nil
    default: false
    }
  }

  /// What was entered by it, where something was.
  var enteredText: String? { action.isEntry ? action.argument : nil }

  /// Whether a person typed what they liked: a formula in a sheet is a part of what is done.
  var isFreeText: Bool {
    switch action {
    case .fill(let text) where element?.isSheetCell == true: !text.hasPrefix("=")
    case .fill, .paste, .run, .answer: true
    default: false
    }
  }
}

extension String {
  /// As a parameter is called: lower case, without punctuation at its ends.
  var asParameterName: String {
    let kept = lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return kept.isEmpty ? "value" : kept
  }
}

extension Parameter.Kind {
  /// The narrowest kind that all these values are of.
  public init(of values: [String]) {
    let filled = values.map(\.trimmed).filter { !$0.isEmpty }
    guard !filled.isEmpty else {
      self = .text
      return
    }
    if filled.allSatisfy({ Double($0) != nil }) {
      self = .number
    } else if filled.allSatisfy(\.looksLikeDate) {
      self = .date
    } else if filled.allSatisfy({ $0.contains("@") && $0.contains(".") && !$0.contains(" ") }) {
      self = .email
    } else if filled.allSatisfy({ $0.contains("://") }) {
      self = .url
    } else {
      self = .text
    }
  }
}

extension String {
  /// Whether it is three numbers between dashes, dots or slashes.
  var looksLikeDate: Bool {
    let parts = split { "-./".contains($0) }
    return parts.count == 3 && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
      && utf8.count { "-./".utf8.contains($0) } == 2
  }
}
