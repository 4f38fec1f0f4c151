extension Scanner {
  /// Notes the secret that the option beginning here gives to the command on this line.
  mutating func scanOption() {
    guard !options.isEmpty, byte(index - 1).isSpace else { return }
    for option in options where hasPrefix(option.name, at: index) {
      let end = index + option.name.count
      guard let value = optionValue(option, nameEnd: end), value.count >= 1, !isPlaceholder(value) else { continue }
      note(value, rule: option.rule)
      index = value.upperBound
      return
    }
  }

  private func optionValue(_ option: RuleTable.Option, nameEnd: Int) -> Range<Int>? {
    let isSeparate = byte(nameEnd) == UInt8(ascii: " ") || byte(nameEnd) == UInt8(ascii: "=")
    switch option.form {
    case .attached: return isSeparate ? nil : argument(from: nameEnd)
    case .separate: return isSeparate ? argument(from: nameEnd + 1) : nil
    case .next:
      let end = argument(from: nameEnd).upperBound
      return byte(end) == UInt8(ascii: " ") ? argument(from: end + 1) : nil
    case .afterNext:
      guard byte(nameEnd) == UInt8(ascii: " ") else { return nil }
      let end = argument(from: argument(from: nameEnd).upperBound).upperBound
      return byte(end) == UInt8(ascii: " ") ? argument(from: end + 1) : nil
    case .either: return argument(from: isSeparate ? nameEnd + 1 : nameEnd)
    case .after(let marks):
      let whole = argument(from: isSeparate ? nameEnd + 1 : nameEnd)
      guard let mark = bytes[whole].firstIndex(where: { marks.utf8.contains($0) }) else { return nil }
      return (mark + 1)..<whole.upperBound
    }
  }

  /// One argument, as a shell reads it: up to a space outside quotes.
  private func argument(from start: Int) -> Range<Int> {
    var start = start
    while byte(start) == UInt8(ascii: " ") { start += 1 }
    // Another option is no value.
    if byte(start) == UInt8(ascii: "-"), byte(start - 1) == UInt8(ascii: " "),
      byte(start + 1).isLetter || byte(start + 1) == UInt8(ascii: "-")
    {
      return start..<start
    }
    if byte(start).isQuote { return valueRange(from: start, tie: .assignment, isParameter: false) }
    var end = start
    while end < bytes.count, !bytes[end].isSpace, end - start < 256, bytes[end] != UInt8(ascii: "|"),
      !bytes[end].isQuote
    { end += 1 }
    return start..<end
  }

  /// Notes what is handed to a command that reads a secret: `echo SECRET | sudo -S …`.
  mutating func scanPiped(from commandEnd: Int) {
    guard let rule = table.shapes[.piped] else { return }
    var value = argument(from: commandEnd)
    if value.isEmpty, byte(value.lowerBound) == UInt8(ascii: "-") {
      // A flag of echo's own.
      var end = value.lowerBound
      while end < bytes.count, !bytes[end].isSpace, end - value.lowerBound < 4 { end += 1 }
      value = argument(from: end)
    }
    var pipe = value.upperBound
    while byte(pipe).isQuote || byte(pipe) == UInt8(ascii: " ") { pipe += 1 }
    guard !value.isEmpty, byte(pipe) == UInt8(ascii: "|"), !isPlaceholder(value) else { return }
    let rest = pipe..<min(bytes.count, pipe + 128)
    guard Scanner.readers.contains(where: { range(of: $0, in: rest) != nil }) else { return }
    let secret = bytes[value].firstIndex(of: UInt8(ascii: ":")).map { ($0 + 1)..<value.upperBound } ?? value
    note(range(of: Scanner.readers[0], in: rest) == nil ? value : secret, rule: rule)
    index = value.upperBound
  }

  /// What reads a secret from its standard input; the first one reads `name:secret`.
  private static let readers = [
    "chpasswd", "sudo -S", "sudo --stdin", "-stdin", "--with-token", "passphrase-fd 0", "kinit",
  ].map {
    Array($0.utf8)
  }

  /// Steps over what the guard has put in a text before: it is never looked at again.
  mutating func skipWithheld() {
    let limit = min(bytes.count, index + 64)
    if let end = bytes[index..<limit].firstIndex(of: Folding.withheldEnd) { index = end + 1 }
  }
}
