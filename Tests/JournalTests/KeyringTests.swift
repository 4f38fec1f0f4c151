import CKernel
import Crypto
import Foundation
import Planted
import Testing

@testable import Journal

@Suite("The kernel keeps a key unlocked for a while")
struct KeyringTests {
  /// Not every machine has a keyring: containers often do not.
  static let works: Bool = {
    let name = "understudy:test"
    defer { _ = understudy_keyring_remove(name) }
    return understudy_keyring_put(name, "x", 1, 5) == 0
  }()

  @Test("A held key opens the home, is in no file, and is gone when it is locked or exchanged", .enabled(if: works))
  func hold() throws {
    let temporary = try TemporaryHome()
    let home = temporary.home
    try Keys.create(in: home, passphrase: "correct horse")
    let keyring = Keyring(home: home)
    #expect(keyring.key() == nil)
    let key = try Keys.unlock(in: home, passphrase: "correct horse")
    try keyring.hold(key, for: 60)
    let held = try #require(keyring.key())
    #expect(held.privateKey.rawRepresentation == key.privateKey.rawRepresentation)
    let gone = PlantedBytes([key.privateKey.rawRepresentation])
    #expect(try gone.found(below: temporary.root) == [])
    // What it was wrapped with is held too, so that keys can be rotated.
    try Keys.rotate(in: home, opening: held)
    #expect(keyring.key() == nil)
    try keyring.hold(try Keys.unlock(in: home, passphrase: "correct horse"), for: 60)
    #expect(keyring.key() != nil)
    keyring.release()
    #expect(keyring.key() == nil)
  }

  @Test("It is gone when its time is over", .enabled(if: works))
  func timeout() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keyring = Keyring(home: temporary.home)
    try keyring.hold(try Keys.unlock(in: temporary.home), for: 1)
    // Looked for without being used: a use would begin the time anew.
    let deadline = ContinuousClock.now + .seconds(10)
    while understudy_keyring_has(keyring.name) == 1, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(keyring.key() == nil)
  }
}
