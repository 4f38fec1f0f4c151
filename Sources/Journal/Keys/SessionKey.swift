import Crypto
import Foundation

/// A data key of one session: what its events and pictures are sealed with.
///
/// It lies sealed to the person's public key in a small file of its own: destroying that file destroys what was sealed
/// with the key, wherever copies of the rows may still lie. When a part of a session is erased the rest gets a new key,
/// of the next generation.
struct SessionKey: Sendable {
  let session: String
  let generation: Int
  let key: LockedKey
  /// Names pictures, as long as this value lives: names are written down, and so need not be found again. Not derived
  /// from the key: hashing leaves copies of what it is given.
  let namingKey: LockedKey

  private init(session: String, generation: Int, key: LockedKey) {
    self.session = session
    self.generation = generation
    self.key = key
    namingKey = LockedKey.random()
  }

  /// Makes a key for a session and seals it to the person's key.
  static func create(
    for session: String, generation: Int = 0, sealedTo publicKey: Curve25519.KeyAgreement.PublicKey, in home: Home
  ) throws(JournalError) -> SessionKey {
    let key = LockedKey.random()
    let file = SessionKeyFile(session: session, generation: generation)
    try file.write(try SealedKey(key, to: publicKey, named: session), in: home)
    return SessionKey(session: session, generation: generation, key: key)
  }

  /// Opens the key of a session with the person's key.
  static func open(
    _ session: String, generation: Int = 0, with person: PersonKey, in home: Home
  ) throws(JournalError) -> SessionKey {
    let file = SessionKeyFile(session: session, generation: generation)
    guard let sealed = try file.read(in: home) else {
      throw JournalError(.notFound, "The key of session \(session) was destroyed or is missing: it cannot be read.")
    }
    do {
      return SessionKey(
        session: session, generation: generation, key: try sealed.open(with: person, named: session))
    } catch {
      throw JournalError(.wrongKey, "The key of session \(session) was not sealed to this person's key, or is damaged.")
    }
  }

  static func location(of session: String, in home: Home) -> URL {
    SessionKeyFile(session: session, generation: 0).location(in: home)
  }
}
