/// Texts as numbers, the same on every machine and in every run (FNV-1a, 64 bits). Never 0: that means “has none”.
enum Digest {
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  static func of(_ text: String, number: Int = -1) -> UInt64 {
    var hash = start
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt64(lowered(byte))) &* prime }
    }
    if number >= 0 { hash = (hash ^ UInt64(number &+ 257)) &* prime }
    return hash == 0 ? 1 : hash
  }

  static func of(_ numbers: [UInt64]) -> UInt64 {
    var hash = start
    for number in numbers { hash = (hash ^ number) &* prime }
    return hash == 0 ? 1 : hash
  }

  /// The words of a text in their order: runs of letters or of digits, in lower case; `loginButton2` has three.
  static func words(of text: String) -> [UInt64] {
    var found: [UInt64] = []
    var hash = start
    var previous = Kind.other
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes {
        let kind = Kind(byte)
        let goesOn = kind == previous || (kind == .lower && previous == .upper)
        if !goesOn, previous != .other {
          found.append(hash)
          hash = start
        }
        if kind != .other { hash = (hash ^ UInt64(lowered(byte))) &* prime }
        previous = kind
      }
    }
    if previous != .other { found.append(hash) }
    return found
  }

  private enum Kind {
    case lower, upper, digit, other

    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: self = .lower
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .upper
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      default: self = .other
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
