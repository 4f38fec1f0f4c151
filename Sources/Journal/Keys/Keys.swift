public import Crypto
import Foundation

/// What the recorder has: it can seal for the person, and name values, but read nothing back.
public struct RecorderKeys: Sendable {
  /// The person's public key, to which every session's key is sealed.
  public let publicKey: Curve25519.KeyAgreement.PublicKey
  /// Sixteen bytes that name withheld values (`Pseudonyms(key:)` of the guard).
  public let pseudonymKey: [UInt8]
}

/// What the person has: it opens what was sealed.
public struct PersonKey: Sendable {
  /// The one that everything new is sealed to; after it, while keys are being rotated, the one before.
  let privateKeys: [LockedPrivateKey]
  /// What the private key was wrapped with, so that its successor can be wrapped too.
  let wrappingKey: LockedKey?

  var privateKey: LockedPrivateKey { privateKeys[0] }
}

/// The keys of a home: made once, on its first use.
///
/// ```swift
/// try Keys.create(in: home, passphrase: "correct horse battery staple")
/// let writer = try JournalWriter(home: home, keys: Keys.recorder(in: home), session: name)
/// let reader = try JournalReader(home: home, key: Keys.unlock(in: home, passphrase: "correct horse battery staple"))
/// ```
public enum Keys {
  /// How the private key lies on the disk.
  public enum Protection: String, Sendable, Hashable {
    /// Wrapped by a passphrase.
    case passphrase
    /// Readable by whoever can read the person's files: chosen by making a home without a passphrase.
    case none
  }

  /// Whether this home has keys.
  public static func exist(in home: Home) -> Bool {
    FileManager.default.fileExists(atPath: KeyFile.location(in: home).path)
  }

  /// Makes the keys of a home. Without a passphrase the private key is stored as it is, for its owner only.
  public static func create(in home: Home, passphrase: String?) throws(JournalError) {
    guard !exist(in: home) else {
      throw JournalError(.unavailable, "\(KeyFile.location(in: home).path) is there already. It is never replaced.")
    }
    try home.create()
    let privateKey = LockedPrivateKey()
    var file = KeyFile(
      publicKey: privateKey.publicKey.rawRepresentation, pseudonymKey: SymmetricKey(size: .bits128).bytes,
      signingKey: Curve25519.Signing.PrivateKey().rawRepresentation)
    if let passphrase {
      file.wrapped = try WrappedKey(privateKey.locked, passphrase: passphrase)
    } else {
      file.plain = privateKey.rawRepresentation
    }
    try file.write(to: home)
  }

  /// How the private key of this home lies on the disk.
  public static func protection(in home: Home) throws(JournalError) -> Protection {
    try KeyFile.read(from: home).wrapped == nil ? .none : .passphrase
  }

  /// What the recorder needs; asks for no passphrase.
  public static func recorder(in home: Home) throws(JournalError) -> RecorderKeys {
    let file = try KeyFile.read(from: home)
    do {
      return RecorderKeys(
        publicKey: try Curve25519.KeyAgreement.PublicKey(rawRepresentation: file.publicKey),
        pseudonymKey: [UInt8](file.pseudonymKey))
    } catch {
      throw KeyFile.damaged(home)
    }
  }

  /// The key that opens the journal. Throws ``JournalError/Code/locked`` where a passphrase is needed and none is
  /// given, ``JournalError/Code/wrongKey`` where it is the wrong one.
  public static func unlock(in home: Home, passphrase: String? = nil) throws(JournalError) -> PersonKey {
    let file = try KeyFile.read(from: home)
    if let wrapped = file.wrapped {
      guard let passphrase else {
        throw JournalError(.locked, "The journal is locked. Give its passphrase to read it.")
      }
      let (bytes, wrappingKey) = try wrapped.unwrap(passphrase: passphrase)
      return try person(bytes, of: file, wrappedWith: wrappingKey, in: home)
    }
    guard var plain = file.plain else { throw KeyFile.damaged(home) }
    return try person(LockedKey(taking: &plain), of: file, in: home)
  }

  /// The person's key of a key file, given its private key.
  static func person(
    _ privateKey: LockedKey, of file: KeyFile, wrappedWith wrappingKey: LockedKey? = nil, in home: Home
  ) throws(JournalError) -> PersonKey {
    do {
      let current = try LockedPrivateKey(privateKey)
      guard current.publicKey.rawRepresentation == file.publicKey else { throw KeyFile.damaged(home) }
      let alone = PersonKey(privateKeys: [current], wrappingKey: wrappingKey)
      guard let previous = file.previous else { return alone }
      let earlier = try LockedPrivateKey(previous.open(with: alone, named: KeyFile.previousName))
      return PersonKey(privateKeys: [current, earlier], wrappingKey: wrappingKey)
    } catch {
      throw KeyFile.damaged(home)
    }
  }
}

extension SymmetricKey {
  var bytes: Data { withUnsafeBytes { Data($0) } }
}
