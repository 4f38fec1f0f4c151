import CKernel
import Crypto
import Foundation

/// Keeps the person's key unlocked for a while, in the kernel and nowhere else: it is not written to any disk, and it
/// is gone when the time is over, at the latest when the machine stops.
///
/// ```swift
/// try Keyring(home: home).hold(key, for: .seconds(15 * 60))
/// let key = Keyring(home: home).key()  // each use begins the time anew
/// ```
///
/// It keeps out who has the disk, not other programs of the same person: what they may read they can ask the kernel
/// for too.
public struct Keyring: Sendable {
  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  /// Keeps a key for so long after its last use.
  public func hold(_ key: PersonKey, for seconds: Int) throws(JournalError) {
    let content = Content(seconds: UInt32(clamping: seconds), key)
    let result = content.bytes.withUnsafeBytes {
      understudy_keyring_put(name, $0.baseAddress, $0.count, content.seconds)
    }
    guard result == 0 else {
      throw JournalError(
        .unavailable,
        "The kernel keeps no keys here (\(String(cString: strerror(errno)))). Give the passphrase each time.")
    }
  }

  /// The key, where one is held and is this home's.
  public func key() -> PersonKey? {
    var bytes = Data(count: Content.size)
    defer { LockedKey.wipe(&bytes) }
    // How long it is held stands in front of it: read it first, then begin the time anew.
    let count = bytes.withUnsafeMutableBytes { understudy_keyring_get(name, $0.baseAddress, $0.count, 30) }
    guard count == Content.size, let file = try? KeyFile.read(from: home) else {
      release()
      return nil
    }
    let content = Content(taking: &bytes)
    guard
      let key = try? Keys.person(content.privateKey, of: file, wrappedWith: content.wrappingKey, in: home)
    else {
      release()
      return nil
    }
    _ = bytes.withUnsafeMutableBytes { understudy_keyring_get(name, $0.baseAddress, $0.count, content.seconds) }
    return key
  }

  /// Locks it.
  public func release() { _ = understudy_keyring_remove(name) }

  var name: String {
    let digest = SHA256.hash(data: Data(home.keys.standardizedFileURL.path.utf8)).prefix(8).hexadecimal
    return "understudy:\(digest)"
  }

  /// Seconds (4 bytes), the private key (32) and what wraps it (32, zeros for none).
  private struct Content {
    static let size = 68
    let bytes: LockedKey

    init(seconds: UInt32, _ key: PersonKey) {
      var bytes = Data((0..<4).map { UInt8(truncatingIfNeeded: seconds >> (24 - 8 * UInt32($0))) })
      bytes.reserveCapacity(Content.size)
      key.privateKey.locked.withUnsafeBytes { bytes.append(contentsOf: $0) }
      key.wrappingKey?.withUnsafeBytes { bytes.append(contentsOf: $0) }
      bytes.append(Data(count: Content.size - bytes.count))
      self.bytes = LockedKey(taking: &bytes)
    }

    init(taking bytes: inout Data) { self.bytes = LockedKey(taking: &bytes) }

    var seconds: UInt32 { bytes.withUnsafeBytes { $0[0..<4].reduce(0) { $0 << 8 | UInt32($1) } } }

    var privateKey: LockedKey { part(4..<36) }

    var wrappingKey: LockedKey? {
      bytes.withUnsafeBytes { $0[36...].allSatisfy { $0 == 0 } } ? nil : part(36..<68)
    }

    private func part(_ range: Range<Int>) -> LockedKey {
      bytes.withUnsafeBytes { LockedKey(SymmetricKey(data: UnsafeRawBufferPointer(rebasing: $0[range]))) }
    }
  }
}

extension Keys {
  /// No other process may read this one's memory, and no core of it is written: for a process that opens a journal.
  public static func closeMemory() { _ = understudy_close_memory() }
}
