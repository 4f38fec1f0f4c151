import Trace

/// Numbers for the tokens that occur in the texts of a search.
struct TokenNumbers {
  private(set) var tokens: [TextToken] = []
  private var numbers: [TextToken: UInt64] = [:]

  mutating func number(of token: TextToken) -> UInt64 {
    if let number = numbers[token] { return number }
    tokens.append(token)
    let number = UInt64(tokens.count)
    numbers[token] = number
    return number
  }

  /// The token sequence that was packed as `first << 16 | second`.
  func sequence(_ packed: UInt64) -> [TextToken] {
    [packed >> 16 & 0xFFFF, packed & 0xFFFF].filter { $0 > 0 }.map { tokens[Int($0) - 1] }
  }
}

/// Every boundary of a text (what stands on its left and right) with the positions where it is.
struct PositionTable {
  /// Packed token sequences, the left one above, with the positions in order.
  private(set) var boundaries: [UInt64: [Int]] = [:]

  private static let runs: [(CharacterClass, CharacterClasses)] = [
    .digit, .upper, .lower, .letter, .alphanumeric, .visible, .numeral,
  ].map { ($0, CharacterClasses($0)) }

  /// - Parameter words: Words that are in every text and can serve as landmarks.
  init(_ text: ScannedText, words: [[Unicode.Scalar]], numbers: inout TokenNumbers, limit: Int) {
    for position in 0...min(text.count, limit) {
      var left = PositionTable.endings(in: text, at: position, words: words)
      var right = PositionTable.beginnings(in: text, at: position, words: words)
      if position == 0 { left.append([.start]) }
      if position == text.count { right.append([.end]) }
      let leftKeys = [0] + left.map { PositionTable.pack($0, &numbers) }
      let rightKeys = [0] + right.map { PositionTable.pack($0, &numbers) }
      for leftKey in leftKeys {
        for rightKey in rightKeys where leftKey | rightKey != 0 {
          // Long descriptions on both sides say no more than one of them.
          if leftKey >> 16 != 0, rightKey != 0 || position == 0 { continue }
          if rightKey >> 16 != 0, leftKey != 0 || position == text.count { continue }
          boundaries[leftKey << 32 | rightKey, default: []].append(position)
        }
      }
    }
  }

  static func position(_ key: UInt64, occurrence: Int, _ numbers: TokenNumbers) -> TextPosition {
    .boundary(
      left: numbers.sequence(key >> 32), right: numbers.sequence(key & 0xFFFF_FFFF), occurrence: occurrence)
  }

  private static func pack(_ tokens: [TextToken], _ numbers: inout TokenNumbers) -> UInt64 {
    tokens.reduce(0) { $0 << 16 | numbers.number(of: $1) }
  }

  /// The token sequences that end at the position.
  private static func endings(in text: ScannedText, at position: Int, words: [[Unicode.Scalar]]) -> [[TextToken]] {
    guard position > 0 else { return [] }
    var result: [[TextToken]] = []
    for (kind, classes) in runs where text.runEnds(classes, at: position) { result.append([.run(kind)]) }
    for word in words where text.has(word, at: position - word.count) { result.append([.literal(String(word))]) }
    if text.runEnds(.lower, at: position),
      text.runEnds(.upper, at: text.startOfRun(.lower, endingAt: position))
    {
      result.append([.run(.upper), .run(.lower)])
    }
    guard !text.classes[position - 1].contains(.alphanumeric) else { return result }
    let sign = TextToken.literal(String(text.scalars[position - 1...position - 1]))
    result.append([sign])
    if text.runEnds(.space, at: position) { result.append([.run(.space)]) }
    guard position > 1 else { return result }
    for (kind, classes) in runs.prefix(5) where text.runEnds(classes, at: position - 1) {
      result.append([.run(kind), sign])
    }
    for word in words where text.has(word, at: position - 1 - word.count) {
      result.append([.literal(String(word)), sign])
    }
    if !text.classes[position - 2].contains(.alphanumeric) {
      result.append([.literal(String(text.scalars[position - 2...position - 1]))])
    }
    return result
  }

  /// The token sequences that start at the position.
  private static func beginnings(in text: ScannedText, at position: Int, words: [[Unicode.Scalar]]) -> [[TextToken]] {
    guard position < text.count else { return [] }
    var result: [[TextToken]] = []
    for (kind, classes) in runs where text.runStarts(classes, at: position) { result.append([.run(kind)]) }
    for word in words where text.has(word, at: position) { result.append([.literal(String(word))]) }
    if text.runStarts(.upper, at: position),
      text.runStarts(.lower, at: text.endOfRun(.upper, startingAt: position))
    {
      result.append([.run(.upper), .run(.lower)])
    }
    guard !text.classes[position].contains(.alphanumeric) else { return result }
    let sign = TextToken.literal(String(text.scalars[position...position]))
    result.append([sign])
    if text.runStarts(.space, at: position) { result.append([.run(.space)]) }
    guard position + 1 < text.count else { return result }
    for (kind, classes) in runs.prefix(5) where text.runStarts(classes, at: position + 1) {
      result.append([sign, .run(kind)])
    }
    for word in words where text.has(word, at: position + 1) { result.append([sign, .literal(String(word))]) }
    if !text.classes[position + 1].contains(.alphanumeric) {
      result.append([.literal(String(text.scalars[position...position + 1]))])
    }
    return result
  }
}
