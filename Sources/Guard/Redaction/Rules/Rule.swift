import Trace

/// One way to find something that should not be kept.
///
/// Adding a rule is adding one entry to the table, with texts in which it must find just what stands between `⟦` and
/// `⟧`, and texts that it must leave alone. The tests go through the table: no rule is unproven.
struct Rule: Sendable {
  var name: String
  var kind: WithheldKind
  var form: Form
  var finds: [String]
  var passes: [String] = []

  /// How what the rule looks for is made.
  enum Form: Sendable {
    /// A prefix, then so many characters of an alphabet.
    case prefixed([String], Alphabet, ClosedRange<Int>)
    /// Digits in groups.
    case number(NumberForm)
    /// A value beside a word for its topic.
    case labelled(Topic)
    /// A value given to an option of a command.
    case option([Command])
    /// Something with a grammar of its own.
    case shape(Shape)
  }

  /// What has a grammar of its own.
  enum Shape: Sendable, Hashable {
    case email, ipv4, ipv6, mac, iban, addressPassword, privateKey, passFile, telegram, piped, person, randomToken, bare
  }
}

/// The characters that a token is made of.
struct Alphabet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: String) {
    for byte in characters.utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
  }

  private static let digits = "0123456789"
  private static let small = "abcdefghijklmnopqrstuvwxyz"
  private static let capital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  static let numeric = Alphabet(digits)
  static let hexadecimal = Alphabet(digits + "abcdefABCDEF")
  static let alphanumeric = Alphabet(digits + small + capital)
  static let capitals = Alphabet(digits + capital)
  static let smalls = Alphabet(digits + small)
  /// base64url.
  static let url = Alphabet(digits + small + capital + "-_")
  /// base64url in parts that are joined by dots.
  static let dotted = Alphabet(digits + small + capital + "-_.")
  static let base64 = Alphabet(digits + small + capital + "+/=")
  /// As `crypt` writes hashes.
  static let crypt = Alphabet(digits + small + capital + "./$")
  /// Whatever a token is ever made of.
  static let any = Alphabet(digits + small + capital + "-_.+/=~:%")
}
