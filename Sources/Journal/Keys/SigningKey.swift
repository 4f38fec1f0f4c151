import Crypto
import Foundation

/// What a home signs with: receipts and checkpoints of its ledger (Ed25519).
///
/// It lies open beside the public key, because a pause or an erasure must be signed without asking for a passphrase:
/// it shows that something was not changed by others than this home, not that the person was there.
struct SigningKey: Sendable {
  let privateKey: Curve25519.Signing.PrivateKey

  /// Names this home in signatures, for example `understudy.local/3f9a2c07d1b85d2a`.
  var name: String {
    "understudy.local/" + SHA256.hash(data: publicKey.rawRepresentation).prefix(8).hexadecimal
  }

  var publicKey: Curve25519.Signing.PublicKey { privateKey.publicKey }

  func signature(for bytes: Data) throws(JournalError) -> Data {
    do {
      return try privateKey.signature(for: bytes)
    } catch {
      throw JournalError(.unavailable, "A signature could not be made.")
    }
  }
}

extension Keys {
  /// The key this home signs with.
  static func signing(in home: Home) throws(JournalError) -> SigningKey {
    let file = try KeyFile.read(from: home)
    do {
      return SigningKey(privateKey: try Curve25519.Signing.PrivateKey(rawRepresentation: file.signingKey))
    } catch {
      throw KeyFile.damaged(home)
    }
  }
}

extension Sequence<UInt8> {
  /// Two digits a byte.
  var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
