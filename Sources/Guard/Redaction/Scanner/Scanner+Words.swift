extension Scanner {
  /// Reads an identifier or word: notes tokens, remembers what its parts say, and the value it announces.
  mutating func scanWord() {
    let start = index
    scanOption()
    if index > start { return }
    if scanToken() || scanPairs() || scanIPv6() || scanIBAN() { return }
    if !isConnected(start) {
      words.removeAll(keepingCapacity: true)
      wordStarts.removeAll(keepingCapacity: true)
    }
    var topics: Topics = []
    repeat {
      topics = scanComponent()
    } while continueIdentifier()
    let identifier = start..<index
    if isCommand(start), let found = table.options(of: Lexicon.hash(of: bytes[identifier])) { options = found }
    if identifier.count == 4 || identifier.count == 6,
      Scanner.echoes.contains(where: { bytes[identifier].elementsEqual($0) }), isCommand(start)
    {
      scanPiped(from: identifier.upperBound)
    }
    for topic in topics.all where index == identifier.upperBound { scanValue(of: topic, after: identifier) }
    if index == identifier.upperBound { scanRandomToken(from: start) }
  }

  /// Whether only what joins the words of a phrase stands between the latest word and this one.
  private func isConnected(_ start: Int) -> Bool {
    guard (0...2).contains(start - wordsEnd) else { return false }
    for byte in bytes[wordsEnd..<start] {
      switch byte {
      case UInt8(ascii: ",") where !people.isEmpty: continue
      case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"),
        UInt8(ascii: "/"):
        continue
      default: return false
      }
    }
    return true
  }

  /// Reads one part of an identifier: the letters up to a change of case, a digit or a mark.
  private mutating func scanComponent() -> Topics {
    let start = index
    var hash = Lexicon.start
    while index < bytes.count, bytes[index].isLetter, !isHump(index, from: start) {
      hash = Lexicon.step(hash, bytes[index])
      index += 1
    }
    let end = index
    // Digits belong to what stands before them: `password2`.
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    guard end > start else {
      if index == start { index += 1 }
      return []
    }
    if words.count == Lexicon.longest {
      words.removeFirst()
      wordStarts.removeFirst()
    }
    words.append(hash)
    wordStarts.append(start)
    wordsEnd = index
    if !people.isEmpty { notePerson() }
    var topics = lexicon.topics(of: words)
    if topics.isEmpty { topics = lexicon.topics(ofCompound: bytes[start..<end]) }
    if !topics.isEmpty { for topic in topics.all { lastSeen[topic.rawValue] = index } }
    return topics
  }

  /// Notes the name that the latest words are, where they are one on a list.
  private mutating func notePerson() {
    guard let count = people.nameLength(of: words) else { return }
    let start = wordStarts[wordStarts.count - count]
    // A name of one word is written with a capital: “Will” and “will”.
    guard count > 1 || bytes[start].isUpper || bytes[start] >= 0x80 else { return }
    note(start..<wordsEnd, .person)
  }

  /// Whether a new part begins here: `apiKey`, `APIKey`.
  private func isHump(_ offset: Int, from start: Int) -> Bool {
    guard offset > start, bytes[offset].isUpper else { return false }
    return bytes[offset - 1].isLower || (bytes[offset - 1].isUpper && byte(offset + 1).isLower && offset - start > 1)
  }

  /// Moves on to the identifier's next part, where it has one.
  private mutating func continueIdentifier() -> Bool {
    let next = byte(index)
    if next.isLetter { return true }
    switch next {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      guard byte(index + 1).isAlphanumeric else { return false }
      index += 1
      return true
    default: return false
    }
  }

  private static let echoes = ["echo", "printf"].map { Array($0.utf8) }

  /// Whether a command can stand here: at the start, after a prompt, a pipe or a path.
  private func isCommand(_ start: Int) -> Bool {
    switch byte(start - 1) {
    case 0, 0x0a, UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: "`"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
