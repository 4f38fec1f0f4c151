import Crypto
import Foundation

/// A second way to the private key, for a person who has lost the passphrase: written down on paper, kept by nobody
/// else.
///
/// Only its public half lies in the home, so that keys can be rotated without it.
public struct RecoveryKey: Sendable {
  let privateKey: Curve25519.KeyAgreement.PrivateKey

  init() {
    privateKey = Curve25519.KeyAgreement.PrivateKey()
  }

  /// Reads a recovery key as it was written down; nil for a mistyped one. Spaces, dashes and case do not matter.
  public init?(_ text: String) {
    let digits = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    guard let bytes = Base32.decode(digits), bytes.count == 34,
      RecoveryKey.check(bytes.prefix(32)) == bytes.suffix(2),
      let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes.prefix(32))
    else { return nil }
    privateKey = key
  }

  /// Eleven groups of five letters and digits; the last two bytes check the others.
  public var text: String {
    let bytes = privateKey.rawRepresentation
    let digits = Array(Base32.encode(bytes + RecoveryKey.check(bytes)))
    return stride(from: 0, to: digits.count, by: 5).map { String(digits[$0..<min($0 + 5, digits.count)]) }
      .joined(separator: "-")
  }

  private static func check(_ bytes: Data) -> Data { Data(SHA256.hash(data: bytes).prefix(2)) }
}

/// The private key of a home, sealed to its recovery key.
struct RecoveryCopy: Codable, Sendable {
  static let name = "understudy recovery"

  var publicKey: Data
  var sealed: SealedKey

  init(of privateKey: LockedKey, for publicKey: Curve25519.KeyAgreement.PublicKey) throws(JournalError) {
    self.publicKey = publicKey.rawRepresentation
    sealed = try SealedKey(privateKey, to: publicKey, named: RecoveryCopy.name)
  }

  /// The same for another private key.
  func renewed(for privateKey: LockedKey) throws(JournalError) -> RecoveryCopy {
    let key: Curve25519.KeyAgreement.PublicKey
    do {
      key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
    } catch {
      throw JournalError(
        .damaged, "The recovery key's public half is damaged. Make a new one: understudy keys recovery")
    }
    return try RecoveryCopy(of: privateKey, for: key)
  }

  func open(with key: RecoveryKey) throws(JournalError) -> LockedKey {
    do {
      let holder = PersonKey(privateKeys: [LockedPrivateKey(key.privateKey)], wrappingKey: nil)
      return try sealed.open(with: holder, named: RecoveryCopy.name)
    } catch {
      throw JournalError(.wrongKey, "This recovery key is not the one of this home. Check what was written down.")
    }
  }
}
