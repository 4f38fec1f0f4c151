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

  /// What stands in for a value of this kind.
  public func withhold(_ value: String, as kind: WithheldKind) -> Withheld {
    let hash = SipHash.hash([UInt8](kind.rawValue.utf8) + [0] + [UInt8](value.utf8), key: key)
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    return Withheld(kind, detail: String(padded.prefix(10)))
  }
}
