extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLower: Bool { self &- 0x61 < 26 }
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self >= 0x80 }
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// Space, tab or a line's end.
  var isSpace: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09 }
  var isNewline: Bool { self == 0x0a || self == 0x0d }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }
  /// Whether it opens or closes a quotation.
  var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }

  var hexadecimalValue: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 0x41 + 10
    default: nil
    }
  }

  /// The six bits that the byte stands for in base64 or base64url.
  var sextet: UInt8? {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self - 0x41
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self - 0x61 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
