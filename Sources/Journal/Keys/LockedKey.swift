import CKernel
import Crypto
import Foundation

/// A key in memory of its own: not swapped out, in no dump, zeroed once nobody holds it (mlock(2), `MADV_DONTDUMP`).
///
/// ```swift
/// let key = LockedKey(taking: &bytes)  // the bytes are zeroes afterwards
/// try AES.GCM.seal(content, using: key.symmetric)
/// ```
///
/// Whoever uses it makes a copy for as long as that takes (``symmetric``); the library zeroes these, but they are not
/// locked. A process may lock so much memory as `ulimit -l` says, a page a key; keys above that are zeroed and kept out
/// of dumps all the same.
final class LockedKey: Sendable {
  private let address: UInt
  let count: Int

  /// Copies a key and zeroes what it was copied from.
  init(taking bytes: inout Data) {
    count = bytes.count
    address = LockedKey.memory(for: bytes)
    LockedKey.wipe(&bytes)
  }

  /// Copies a key that somebody else zeroes.
  init(copying bytes: Data) {
    count = bytes.count
    address = LockedKey.memory(for: bytes)
  }

  init(_ key: SymmetricKey) {
    count = key.bitCount / 8
    address = key.withUnsafeBytes { LockedKey.memory(for: $0) }
  }

  deinit {
    understudy_secret_memory_end(UnsafeMutableRawPointer(bitPattern: address), count)
  }

  /// A new one of 256 bits.
  static func random() -> LockedKey { LockedKey(SymmetricKey(size: .bits256)) }

  private static func memory(for bytes: some ContiguousBytes & Collection<UInt8>) -> UInt {
    guard let memory = understudy_secret_memory(bytes.count) else { preconditionFailure("There is no memory left.") }
    bytes.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count) }
    return UInt(bitPattern: memory)
  }

  /// Zeroes bytes; they are not shared with anybody then.
  static func wipe(_ bytes: inout Data) {
    bytes.withUnsafeMutableBytes { understudy_wipe($0.baseAddress, $0.count) }
  }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  }

  /// A copy to use at once.
  var symmetric: SymmetricKey { withUnsafeBytes { SymmetricKey(data: $0) } }

  /// A copy that nobody zeroes, for what is written down.
  var bytes: Data { withUnsafeBytes { Data($0) } }

  /// The bytes without a copy; they may not be kept.
  func withData<Result>(_ body: (Data) throws -> Result) rethrows -> Result {
    try withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return try body(Data()) }
      // Never written to: the interface is older than `const`.
      return try body(
        Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none))
    }
  }
}

/// A private key in locked memory.
struct LockedPrivateKey: Sendable {
  private let key: LockedKey
  let publicKey: Curve25519.KeyAgreement.PublicKey

  init(_ privateKey: Curve25519.KeyAgreement.PrivateKey = Curve25519.KeyAgreement.PrivateKey()) {
    publicKey = privateKey.publicKey
    // Not a copy but the library's own bytes: it zeroes them once nobody holds them.
    key = LockedKey(copying: privateKey.rawRepresentation)
  }

  init(_ key: LockedKey) throws {
    self.key = key
    publicKey = try key.withUnsafeBytes { try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0) }.publicKey
  }

  /// A copy to use at once.
  func opened() throws -> Curve25519.KeyAgreement.PrivateKey {
    try key.withUnsafeBytes { try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0) }
  }

  var locked: LockedKey { key }

  /// A copy that nobody zeroes, for what is written down.
  var rawRepresentation: Data { key.bytes }
}
