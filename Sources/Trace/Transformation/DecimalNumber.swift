/// An exact decimal number, `significand` × 10 to the power of `exponent`, with up to 37 digits.
///
/// Encoded as its text, for example `"-0.5"`.
public struct DecimalNumber: Sendable, Hashable {
  /// Not divisible by ten, except where the number is 0.
  public private(set) var significand: Int128
  public private(set) var exponent: Int

  public static let zero = DecimalNumber(0)

  public init(_ significand: Int128, exponent: Int = 0) {
    var significand = significand
    var exponent = significand == 0 ? 0 : exponent
    while significand != 0, significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    self.significand = significand
    self.exponent = exponent
  }
}

extension DecimalNumber: LosslessStringConvertible {
  /// Reads digits with an optional sign and decimal point; nil for anything else or more than 37 digits.
  public init?(_ text: String) {
    var significand: Int128 = 0
    var decimals = 0
    var digits = 0
    var isAfterPoint = false
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where !isAfterPoint: isAfterPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += significand == 0 ? 0 : 1
        if digits > 37 { return nil }
        decimals += isAfterPoint ? 1 : 0
      default: return nil
      }
    }
    guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    self.init(isNegative ? -significand : significand, exponent: -decimals)
  }

  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let filled = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return sign + filled.dropLast(-exponent) + "." + filled.suffix(-exponent)
  }
}

extension DecimalNumber: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = DecimalNumber(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "The number is no decimal number.")
    }
    self = number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
