/// What kind of thing was withheld. It is open: a rule may name a kind that is not named here.
///
/// A kind is one word without spaces: it is the first word of ``Withheld``'s textual form.
public struct WithheldKind: Sendable, Codable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension WithheldKind {
  /// A password, by the field it stood in or by what stood around it.
  public static let password: WithheldKind = "password"
  /// A code that is used once.
  public static let code: WithheldKind = "code"
  /// A token, key or other secret that machines use.
  public static let secret: WithheldKind = "secret"
  /// A payment card's number, date or check digits.
  public static let card: WithheldKind = "card"
  /// The value of an input that a person does not see.
  public static let hidden: WithheldKind = "hidden"
  public static let email: WithheldKind = "email"
  public static let phone: WithheldKind = "phone"
  public static let iban: WithheldKind = "iban"
  /// A number that the state gives a person: social security, tax, passport.
  public static let identity: WithheldKind = "identity"
  /// A network address: IP or MAC.
  public static let address: WithheldKind = "address"
  /// A person on one of the lists that the user has.
  public static let person: WithheldKind = "person"
  /// Text that a person wrote: only its length and shape are kept.
  public static let prose: WithheldKind = "prose"
  /// A place that is out of scope.
  public static let elsewhere: WithheldKind = "elsewhere"
  /// By a rule of the person's own.
  public static let ruled: WithheldKind = "ruled"
}
