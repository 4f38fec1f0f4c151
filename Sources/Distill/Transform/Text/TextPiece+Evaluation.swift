import Trace

extension TextPiece {
  /// The piece of these inputs; nil where there is none.
  func value(of inputs: [ScannedText]) -> String? {
    guard inputs.indices.contains(input) else { return nil }
    let text = preparation.applied(to: inputs[input])
    guard let range = text.range(of: span) else { return nil }
    return String(casing.applied(to: text.scalars[range]))
  }
}

extension TextPiece.Preparation {
  func applied(to text: ScannedText) -> ScannedText {
    switch self {
    case .none:
      return text
    case .keep(let kind):
      let kind = CharacterClasses(kind)
      return text.filtered { !text.classes[$0].isDisjoint(with: kind) }
    case .drop(let kind):
      let kind = CharacterClasses(kind)
      return text.filtered { text.classes[$0].isDisjoint(with: kind) }
    case .initials:
      return text.filtered { text.runStarts(.letter, at: $0) }
    case .squeezed:
      let trimmed = text.filtered {
        !text.classes[$0].contains(.space) || ($0 > 0 && !text.classes[$0 - 1].contains(.space))
      }
      let end = trimmed.classes.last?.contains(.space) == true ? trimmed.count - 1 : trimmed.count
      return ScannedText(trimmed.scalars[..<end].map { $0.properties.isWhitespace ? " " : $0 })
    case .replace(let old, let new):
      return text.replacing(Array(old.unicodeScalars), with: Array(new.unicodeScalars))
    }
  }
}

extension ScannedText {
  fileprivate func filtered(_ isKept: (Int) -> Bool) -> ScannedText {
    ScannedText(scalars.indices.filter(isKept).map { scalars[$0] })
  }

  fileprivate func replacing(_ old: [Unicode.Scalar], with new: [Unicode.Scalar]) -> ScannedText {
    guard !old.isEmpty else { return self }
    var result: [Unicode.Scalar] = []
    var position = 0
    while position < count {
      if has(old, at: position) {
        result += new
        position += old.count
      } else {
        result.append(scalars[position])
        position += 1
      }
    }
    return ScannedText(result)
  }
}

extension TextPiece.Casing {
  func applied(to scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    switch self {
    case .unchanged: return Array(scalars)
    case .lower: return scalars.map(\.lowered)
    case .upper: return scalars.map(\.uppered)
    case .title, .sentence:
      var isWithinWord = false
      return scalars.map { scalar in
        defer {
          isWithinWord =
            self == .title ? scalar.properties.isAlphabetic : isWithinWord || scalar.properties.isAlphabetic
        }
        return isWithinWord ? scalar.lowered : scalar.uppered
      }
    }
  }
}

extension Unicode.Scalar {
  /// Its lower-case form where that is one character, else itself.
  var lowered: Unicode.Scalar {
    if value < 0x80 { return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : self }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }

  /// Its upper-case form where that is one character, else itself.
  var uppered: Unicode.Scalar {
    if value < 0x80 { return (0x61...0x7A).contains(value) ? Unicode.Scalar(UInt8(value - 0x20)) : self }
    let mapped = properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }
}
