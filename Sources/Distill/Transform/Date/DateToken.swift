import Trace

/// A word, a number, white space or a sign of a text, as dates are read from it.
struct DateToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    case space
    case sign(Unicode.Scalar)
  }

  var kind: Kind
  var range: Range<Int>

  var number: Int? { if case .number(let value, _) = kind { value } else { nil } }
  var digits: Int { if case .number(_, let digits) = kind { digits } else { 0 } }
  var word: String? { if case .word(let word) = kind { word } else { nil } }
  var isSpace: Bool { kind == .space }

  func isSign(_ signs: Unicode.Scalar...) -> Bool {
    if case .sign(let sign) = kind { signs.contains(sign) } else { false }
  }
}

extension ScannedText {
  var dateTokens: [DateToken] {
    var result: [DateToken] = []
    var position = 0
    while position < count {
      let start = position
      let kind: DateToken.Kind
      if classes[position].contains(.digit) {
        position = endOfRun(.digit, startingAt: position)
        // Longer numbers are no part of any date.
        kind = .number(position - start <= 14 ? Int(string(start..<position)) ?? 0 : 0, digits: position - start)
      } else if classes[position].contains(.letter) {
        position = endOfRun(.letter, startingAt: position)
        kind = .word(String(scalars[start..<position].map(\.lowered)))
      } else if classes[position].contains(.space) {
        position = endOfRun(.space, startingAt: position)
        kind = .space
      } else {
        position += 1
        kind = .sign(scalars[start])
      }
      result.append(DateToken(kind: kind, range: start..<position))
    }
    return result
  }
}
