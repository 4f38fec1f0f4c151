/// A number found in an input, scaled, rounded and written anew: "1.234,50 €" → "1,234.5".
public struct NumberPiece: Sendable, Codable, Hashable {
  public var source: NumberSource
  /// The value is multiplied by ten to this power: 2 makes 0.5 to 50, -3 makes 2,345 to 2.345.
  public var exponent: Int
  public var rounding: NumberRounding?
  public var format: NumberFormat

  public init(source: NumberSource, exponent: Int = 0, rounding: NumberRounding? = nil, format: NumberFormat) {
    self.source = source
    self.exponent = exponent
    self.rounding = rounding
    self.format = format
  }
}

/// Which number of an input.
public struct NumberSource: Sendable, Codable, Hashable {
  /// Which sign parts the decimals. The other one, spaces and apostrophes group thousands.
  public enum Decimals: String, Sendable, Codable, Hashable, CaseIterable {
    case point, comma
  }

  public var input: Int
  /// 0 is the first number in the text, -1 the last.
  public var occurrence: Int
  public var decimals: Decimals

  public init(input: Int, occurrence: Int = 0, decimals: Decimals = .point) {
    self.input = input
    self.occurrence = occurrence
    self.decimals = decimals
  }
}

/// A number is brought to `offset` + a multiple of `unit`, then `shift` is added (the other end of a range).
public struct NumberRounding: Sendable, Codable, Hashable {
  public var unit: DecimalNumber
  public var offset: DecimalNumber
  public var mode: RoundingMode
  public var shift: DecimalNumber

  public init(unit: DecimalNumber, offset: DecimalNumber = .zero, mode: RoundingMode, shift: DecimalNumber = .zero) {
    self.unit = unit
    self.offset = offset
    self.mode = mode
    self.shift = shift
  }
}

public enum RoundingMode: String, Sendable, Codable, Hashable, CaseIterable {
  /// Halves away from zero.
  case nearest
  /// Towards minus infinity.
  case down
  /// Towards plus infinity.
  case up
  case towardsZero
}

/// How a number is written.
public struct NumberFormat: Sendable, Codable, Hashable {
  /// What numbers are filled up with.
  public enum Filling: String, Sendable, Codable, Hashable, CaseIterable {
    case zeros
    /// The digits stand under one another in a table.
    case spaces
  }

  /// The digits before the decimals are filled up to so many.
  public var integerDigits: Int
  /// The decimals are filled up to so many.
  public var minimumDecimals: Int
  /// Rounded to so many decimals; nil where they are kept, up to 15 digits in all as spreadsheets do.
  public var maximumDecimals: Int?
  /// Whether zeros at the end are kept too where they were written.
  public var keepsZeros: Bool
  public var decimalSign: String
  /// Between groups of three digits; empty where there are none.
  public var groupSign: String
  /// Only the ending of the ordinal is written (`st`, `nd`, `rd`, `th`), not the number.
  public var isOrdinalEnding: Bool
  public var filling: Filling

  public init(
    integerDigits: Int = 1, minimumDecimals: Int = 0, maximumDecimals: Int? = nil, keepsZeros: Bool = false,
    decimalSign: String = ".",
    groupSign: String = "", isOrdinalEnding: Bool = false, filling: Filling = .zeros
  ) {
    self.integerDigits = integerDigits
    self.minimumDecimals = minimumDecimals
    self.maximumDecimals = maximumDecimals
    self.keepsZeros = keepsZeros
    self.decimalSign = decimalSign
    self.groupSign = groupSign
    self.isOrdinalEnding = isOrdinalEnding
    self.filling = filling
  }
}
