import Crypto
import Foundation
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("Keys are exchanged, recovered and protected anew")
struct RotationTests {
  private func recorded(passphrase: String? = "correct horse") async throws -> TemporaryHome {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: passphrase)
    for session in ["a", "b"] {
      var tracker = try Tracker(session: session)
      let writer = try JournalWriter(
        home: temporary.home, keys: Keys.recorder(in: temporary.home), session: session, at: monday)
      try await writer.append([tracker.sanitized(0), tracker.sanitized(1)])
      await writer.end()
    }
    try DerivedStore(home: temporary.home).write(Data("a run".utf8), as: .run, named: "w", from: ["a"])
    return temporary
  }

  private func check(_ home: Home, _ key: PersonKey) async throws {
    let reading = try await JournalReader(home: home, key: key).events()
    #expect(reading.damaged == 0)
    #expect(reading.events.count == 4)
    #expect(try DerivedStore(home: home).read(.run, named: "w", with: key) == Data("a run".utf8))
  }

  @Test("After a rotation the new key opens everything, the old one nothing, and it is nowhere")
  func rotation() async throws {
    let temporary = try await recorded()
    let home = temporary.home
    let old = try Keys.unlock(in: home, passphrase: "correct horse")
    let sealed = try SessionKeyFile.all(in: home).compactMap { try $0.read(in: home)?.sealed }
    let new = try Keys.rotate(in: home, opening: old)
    try await check(home, new)
    try await check(home, try Keys.unlock(in: home, passphrase: "correct horse"))
    #expect(throws: JournalError.self) { try Keys.unlock(in: home, passphrase: "wrong horse") }
    let reading = try await JournalReader(home: home, key: old).events()
    #expect(reading == Reading(events: [], damaged: 4))
    let planted = PlantedBytes([old.privateKey.rawRepresentation] + sealed)
    #expect(try planted.found(below: temporary.root) == [])
  }

  @Test("A rotation that was cut off leaves a home that opens, and the next one completes it")
  func interrupted() async throws {
    let temporary = try await recorded(passphrase: nil)
    let home = temporary.home
    let old = try Keys.unlock(in: home)
    // As a crash leaves it: the new key is there, and one of two sessions is sealed to it.
    let next = Curve25519.KeyAgreement.PrivateKey()
    var file = try KeyFile.read(from: home)
    file.previous = try SealedKey(
      old.privateKey.locked, to: next.publicKey, named: KeyFile.previousName)
    file.publicKey = next.publicKey.rawRepresentation
    file.plain = next.rawRepresentation
    try file.write(to: home)
    let both = try Keys.unlock(in: home)
    let first = SessionKeyFile(session: "a", generation: 0)
    try first.write(try #require(try first.read(in: home)).renewed(for: both, named: "a"), in: home)

    try await check(home, both)
    try await check(home, try Keys.rotate(in: home, opening: both))
    #expect(try KeyFile.read(from: home).previous == nil)
    let gone = PlantedBytes([old.privateKey.rawRepresentation, next.rawRepresentation])
    #expect(try gone.found(below: temporary.root) == [])
  }

  @Test("The recovery key opens everything, before a rotation and after; a newer one ends it")
  func recovery() async throws {
    let temporary = try await recorded()
    let home = temporary.home
    let person = try Keys.unlock(in: home, passphrase: "correct horse")
    let key = try Keys.makeRecoveryKey(in: home, opening: person)
    let typed = try #require(RecoveryKey(key.text.lowercased().replacing("-", with: " ")))
    try await check(home, try Keys.unlock(in: home, recovery: typed))
    try Keys.rotate(in: home, opening: person)
    let recovered = try Keys.unlock(in: home, recovery: typed)
    try await check(home, recovered)
    try Keys.protect(in: home, opening: recovered, with: "another horse")
    try await check(home, try Keys.unlock(in: home, passphrase: "another horse"))
    #expect(throws: JournalError.self) { try Keys.unlock(in: home, passphrase: "correct horse") }
    try Keys.makeRecoveryKey(in: home, opening: recovered)
    #expect(throws: JournalError.self) { try Keys.unlock(in: home, recovery: typed) }
    #expect(try PlantedSecrets([key.text]).found(below: temporary.root) == [])
  }

  @Test("A recovery key with one letter wrong is not taken")
  func mistyped() throws {
    let text = RecoveryKey().text
    var dice = Dice(seed: 3)
    for _ in 0..<200 {
      var letters = Array(text)
      let position = Int.random(in: 0..<letters.count, using: &dice)
      let other = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").randomElement(using: &dice) ?? "A"
      guard letters[position] != "-", letters[position] != other else { continue }
      letters[position] = other
      #expect(RecoveryKey(String(letters)) == nil)
    }
  }

  @Test("Whatever is done to the files that are read, what comes of it is an error or what was written")
  func mutations() async throws {
    let temporary = try await recorded(passphrase: nil)
    let home = temporary.home
    try GrantStore(home: home).add(Grant(id: "g", scope: Tracker().sanitizer.scopes[0], given: monday))
    let receipt = home.grants.appending(path: "g.receipt.json")
    let files =
      [
        KeyFile.location(in: home), receipt, home.grants.appending(path: "g.grant.json"),
        home.ledger.appending(path: "entries.jsonl"), home.ledger.appending(path: "checkpoints.jsonl"),
      ] + (try SessionKeyFile.all(in: home).map { $0.location(in: home) })
    var dice = Dice(seed: 17)
    for file in files {
      let original = try Data(contentsOf: file)
      for _ in 0..<(isSoak ? 2_000 : 60) {
        try Self.mutated(original, using: &dice).write(to: file)
        // Nothing here may end the process.
        let keys = try? Keys.unlock(in: home)
        _ = try? GrantStore(home: home).scopes(for: .record, at: monday)
        _ = try? Ledger(home: home).verify()
        if let keys { _ = try? await JournalReader(home: home, key: keys).events() }
      }
      try original.write(to: file)
    }
    try await check(home, try Keys.unlock(in: home))
    #expect(try GrantStore(home: home).scopes(for: .record, at: monday).count == 1)
    #expect(try Ledger(home: home).verify().isSound)
  }

  private static func mutated(_ bytes: Data, using dice: inout Dice) -> Data {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: bytes[position] = .random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(position..<min(bytes.count, position + 9))
      case 2: bytes.insert(contentsOf: bytes[position...].prefix(20), at: position)
      default: bytes = bytes.prefix(position)
      }
    }
    return bytes
  }
}
