/// What stands in for a value, or a part of one, that was withheld.
///
/// It keeps what kind of thing it was and, where there is a pseudonym, which values were equal, so that workflows
/// still join; never the value. In a text it is written in single angle quotes:
///
/// ```swift
/// Withheld(.password).description                    // ‹password›
/// Withheld(.email, detail: "3f9a2c07d1").description // ‹email 3f9a2c07d1›
/// Withheld("‹email 3f9a2c07d1›")?.kind               // .email
/// ```
public struct Withheld: Sendable, Hashable, CustomStringConvertible, LosslessStringConvertible {
  public var kind: WithheldKind
  /// A pseudonym (ten hexadecimal digits, the same for equal values within one journal), or for prose its length and
  /// shape; nil where not even equality is kept.
  public var detail: String?

  public init(_ kind: WithheldKind, detail: String? = nil) {
    self.kind = kind
    self.detail = detail
  }

  /// Reads the textual form; nil for any other text.
  public init?(_ description: String) {
    guard description.first == Withheld.opening, description.last == Withheld.closing, description.count > 2 else {
      return nil
    }
    let inner = description.dropFirst().dropLast()
    guard !inner.contains(where: { $0 == Withheld.opening || $0 == Withheld.closing || $0.isNewline }) else {
      return nil
    }
    let parts = inner.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = parts.first, !kind.isEmpty else { return nil }
    guard parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.init(WithheldKind(rawValue: String(kind)), detail: parts.count == 2 ? String(parts[1]) : nil)
  }

  public var description: String {
    if let detail { "‹\(kind.rawValue) \(detail)›" } else { "‹\(kind.rawValue)›" }
  }

  /// Whether a text is, or holds, something withheld.
  public static func isContained(in text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstIndex(of: opening) {
      let inner = rest[rest.index(after: start)...].prefix { $0 != closing && $0 != opening }
      if inner.endIndex < rest.endIndex, Withheld(String(rest[start...inner.endIndex])) != nil { return true }
      rest = rest[inner.endIndex...]
    }
    return false
  }

  static let opening: Character = "‹"
  static let closing: Character = "›"
}

// One text on disk, in the form in which it also stands inside other texts.
extension Withheld: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Withheld(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "This text stands for nothing withheld.")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
