import Crypto
import Foundation

/// A key sealed to the person's public key (HPKE, RFC 9180): whoever seals cannot open it again.
struct SealedKey: Codable, Sendable {
  var encapsulated: Data
  var sealed: Data

  private static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
  private static let purpose = Data("understudy session key 1".utf8)

  init(encapsulated: Data, sealed: Data) {
    self.encapsulated = encapsulated
    self.sealed = sealed
  }

  /// - Parameter name: what the key is for; it opens under this name only.
  init(
    _ key: LockedKey, to publicKey: Curve25519.KeyAgreement.PublicKey, named name: String
  ) throws(JournalError) {
    do {
      var sender = try HPKE.Sender(
        recipientKey: publicKey, ciphersuite: SealedKey.suite, info: SealedKey.purpose)
      sealed = try key.withData { try sender.seal($0, authenticating: Data(name.utf8)) }
      encapsulated = sender.encapsulatedKey
    } catch {
      throw JournalError(.unavailable, "A key could not be sealed to the person's key.")
    }
  }

  /// The key; throws where none of the person's keys opens it.
  func open(with person: PersonKey, named name: String) throws -> LockedKey {
    var reason: any Error = CryptoKitError.authenticationFailure
    for privateKey in person.privateKeys {
      do {
        var recipient = try HPKE.Recipient(
          privateKey: privateKey.opened(), ciphersuite: SealedKey.suite, info: SealedKey.purpose,
          encapsulatedKey: encapsulated)
        var bytes = try recipient.open(sealed, authenticating: Data(name.utf8))
        return LockedKey(taking: &bytes)
      } catch {
        reason = error
      }
    }
    throw reason
  }
}
