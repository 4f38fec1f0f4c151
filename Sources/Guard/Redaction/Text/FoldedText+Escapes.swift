extension FoldedText {
  /// The text with what was escaped written out: `%40`, `\u0040`, `\x40`, `&#64;`, `&amp;`; nil where nothing is.
  ///
  /// An escape that stands for a character outside ASCII keeps its place as a letter that matches nothing.
  func unescaped() -> FoldedText? {
    guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") })
    else { return nil }
    var result: [UInt8] = []
    var moved: [Int32] = []
    result.reserveCapacity(bytes.count)
    moved.reserveCapacity(bytes.count + 1)
    var index = 0
    while index < bytes.count {
      let (byte, length) = escape(at: index) ?? (bytes[index], 1)
      result.append(byte)
      moved.append(origin(index))
      index += length
    }
    guard result.count < bytes.count else { return nil }
    moved.append(origin(bytes.count))
    return FoldedText(bytes: result, origins: moved)
  }

  /// What the escape at an offset stands for, and how long it is.
  private func escape(at index: Int) -> (UInt8, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "%"):
      return hexadecimal(index + 1, 2).map { ($0, 3) }
    case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "u"):
      return hexadecimal(index + 2, 4).map { ($0, 6) }
    case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "x"):
      return hexadecimal(index + 2, 2).map { ($0, 4) }
    case UInt8(ascii: "&"):
      return entity(index)
    default:
      return nil
    }
  }

  /// A number of hexadecimal digits; what is no ASCII character becomes the first byte outside it.
  private func hexadecimal(_ start: Int, _ count: Int) -> UInt8? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<(start + count)] {
      guard let digit = byte.hexadecimalValue else { return nil }
      value = value * 16 + digit
    }
    return value < 0x80 ? UInt8(value) : 0x80
  }

  private func entity(_ start: Int) -> (UInt8, Int)? {
    let end = min(bytes.count, start + 9)
    guard let semicolon = bytes[start..<end].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
    let length = semicolon + 1 - start
    if let byte = FoldedText.entities[name] { return (byte, length) }
    guard name.hasPrefix("#") else { return nil }
    let number =
      name.hasPrefix("#x") || name.hasPrefix("#X") ? Int(name.dropFirst(2), radix: 16) : Int(name.dropFirst())
    return number.flatMap { (0x20..<0x80).contains($0) ? (UInt8($0), length) : nil }
  }

  private static let entities: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"), "nbsp": UInt8(ascii: " "), "commat": UInt8(ascii: "@"), "colon": UInt8(ascii: ":"),
    "period": UInt8(ascii: "."), "equals": UInt8(ascii: "="),
  ]
}
