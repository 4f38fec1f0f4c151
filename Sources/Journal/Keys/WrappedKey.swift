import Crypto
import CryptoExtras
import Foundation

/// A key under a passphrase: scrypt (RFC 7914) makes a key of the passphrase, AES-GCM wraps with it.
struct WrappedKey: Codable, Sendable {
  var salt: Data
  /// scrypt's cost, block size and parallelism.
  var rounds: Int
  var blockSize: Int
  var parallelism: Int
  /// Nonce, wrapped key and tag, as AES-GCM gives them.
  var sealed: Data

  /// 2¹⁵ rounds of 8 blocks: 32 MiB and about a tenth of a second for every guess.
  init(_ key: LockedKey, passphrase: String, rounds: Int = 1 << 15) throws(JournalError) {
    salt = SymmetricKey(size: .bits256).bytes
    self.rounds = rounds
    blockSize = 8
    parallelism = 1
    sealed = Data()
    do {
      try wrap(key, under: wrappingKey(passphrase))
    } catch {
      throw WrappedKey.failed
    }
  }

  /// The key, and the one that it was wrapped with.
  func unwrap(passphrase: String) throws(JournalError) -> (key: LockedKey, wrappingKey: LockedKey) {
    do {
      let wrappingKey = try wrappingKey(passphrase)
      let box = try AES.GCM.SealedBox(combined: sealed)
      var key = try AES.GCM.open(box, using: wrappingKey, authenticating: aad)
      return (LockedKey(taking: &key), LockedKey(wrappingKey))
    } catch {
      throw JournalError(.wrongKey, "The passphrase does not open the key. Try again; nothing was changed.")
    }
  }

  /// Another key under the same passphrase.
  func wrapping(_ key: LockedKey, under wrappingKey: LockedKey) throws(JournalError) -> WrappedKey {
    var other = self
    do { try other.wrap(key, under: wrappingKey.symmetric) } catch { throw WrappedKey.failed }
    return other
  }

  private mutating func wrap(_ key: LockedKey, under wrappingKey: SymmetricKey) throws {
    guard let box = try key.withData({ try AES.GCM.seal($0, using: wrappingKey, authenticating: aad).combined }) else {
      throw WrappedKey.failed
    }
    sealed = box
  }

  private var aad: Data { Data("understudy key \(rounds) \(blockSize) \(parallelism)".utf8) }

  private func wrappingKey(_ passphrase: String) throws -> SymmetricKey {
    // What was typed on another keyboard may be composed differently.
    let normal = passphrase.precomposedStringWithCompatibilityMapping
    var bytes = Data(normal.utf8)
    defer { LockedKey.wipe(&bytes) }
    return try KDF.Scrypt.deriveKey(
      from: bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize,
      parallelism: parallelism, maxMemory: 1 << 30)
  }

  private static let failed = JournalError(.unavailable, "The key could not be wrapped by the passphrase.")
}
