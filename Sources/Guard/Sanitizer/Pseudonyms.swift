public import Trace

/// Names values so that equal ones stay equal and none can be read back without the key.
///
/// The same key gives the same pseudonyms: one key a journal, another one for every release.
public struct Pseudonyms: Sendable {
  let key: SipKey

  /// - Parameter key: sixteen random bytes; more are ignored, missing ones are zero.
  public init(key: some Sequence<UInt8>) {
    self.key = SipKey(key)
  }

  /// What stands in for a value of this kind; of a password, key or code not even equality is kept.
  ///
  /// Ways to write the same number or address give the same pseudonym: `+49 30 901820` and `+4930901820`.
  public func withhold(_ value: String, as kind: WithheldKind) -> Withheld {
    guard !Pseudonyms.withoutEquality.contains(kind) else { return Withheld(kind) }
    let hash = SipHash.hash(Pseudonyms.canonical(value, kind), key: key)
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    return Withheld(kind, detail: String(padded.prefix(10)))
  }

  private static let withoutEquality: Set<WithheldKind> = [.password, .secret, .code, .hidden]

  /// What equal values have in common.
  private static func canonical(_ value: String, _ kind: WithheldKind) -> [UInt8] {
    let folded = FoldedText(value)
    let bytes = (folded.unescaped() ?? folded).bytes
    switch kind {
    case .phone:
      let digits = bytes.filter(\.isDigit)
      // 00 and + both lead to another country.
      return digits.starts(with: [0x30, 0x30]) ? Array(digits.dropFirst(2)) : digits
    case .card, .iban, .identity: return bytes.filter(\.isAlphanumeric).map(\.lowercased)
    default: return bytes.map(\.lowercased)
    }
  }
}
