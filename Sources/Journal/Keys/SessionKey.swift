import Crypto
import Foundation

/// The data key of one session: what its events and pictures are sealed with.
///
/// It lies sealed to the person's public key (HPKE, RFC 9180) in a small file of its own: destroying that file destroys
/// what was sealed with the key, wherever copies of the rows may still lie.
struct SessionKey: Sendable {
  let session: String
  let key: SymmetricKey
  /// Names pictures; derived, so that no key has two uses.
  let namingKey: SymmetricKey

  static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
  static let purpose = Data("understudy session key 1".utf8)

  private init(session: String, key: SymmetricKey) {
    self.session = session
    self.key = key
    namingKey = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Data("understudy frame names 1".utf8), outputByteCount: 32)
  }

  /// Makes a key for a new session and seals it to the person's key.
  static func create(
    for session: String, sealedTo publicKey: Curve25519.KeyAgreement.PublicKey, in home: Home
  ) throws(JournalError) -> SessionKey {
    let key = SymmetricKey(size: .bits256)
    let file: SealedFile
    do {
      var sender = try HPKE.Sender(recipientKey: publicKey, ciphersuite: suite, info: purpose)
      let sealed = try sender.seal(key.bytes, authenticating: Data(session.utf8))
      file = SealedFile(encapsulated: sender.encapsulatedKey, sealed: sealed)
    } catch {
      throw JournalError(.unavailable, "The key of a session could not be sealed to the person's key.")
    }
    try file.write(to: location(of: session, in: home))
    return SessionKey(session: session, key: key)
  }

  /// Opens the key of a session with the person's key.
  static func open(_ session: String, with person: PersonKey, in home: Home) throws(JournalError) -> SessionKey {
    let location = location(of: session, in: home)
    guard FileManager.default.fileExists(atPath: location.path) else {
      throw JournalError(.notFound, "The key of session \(session) was destroyed or is missing: it cannot be read.")
    }
    do {
      let file = try JSONDecoder().decode(SealedFile.self, from: Data(contentsOf: location))
      var recipient = try HPKE.Recipient(
        privateKey: person.privateKey, ciphersuite: suite, info: purpose, encapsulatedKey: file.encapsulated)
      let bytes = try recipient.open(file.sealed, authenticating: Data(session.utf8))
      return SessionKey(session: session, key: SymmetricKey(data: bytes))
    } catch {
      throw JournalError(.wrongKey, "The key of session \(session) was not sealed to this person's key, or is damaged.")
    }
  }

  static func location(of session: String, in home: Home) -> URL {
    home.keys.appending(path: "sessions/\(session).json")
  }

  private struct SealedFile: Codable {
    var version = 1
    var encapsulated: Data
    var sealed: Data

    init(encapsulated: Data, sealed: Data) {
      self.encapsulated = encapsulated
      self.sealed = sealed
    }

    func write(to location: URL) throws(JournalError) {
      try Folder.create(location.deletingLastPathComponent())
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      do {
        try Folder.write(encoder.encode(self), to: location)
      } catch let error as JournalError {
        throw error
      } catch {
        throw JournalError(.unavailable, "The key of a session could not be written to \(location.path).")
      }
    }
  }
}
