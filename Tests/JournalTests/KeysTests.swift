import Crypto
import Foundation
import Guard
import Testing
import Trace

@testable import Journal

@Suite("Keys open for the person and nobody else")
struct KeysTests {
  @Test("A passphrase opens the key, however it was composed; another one does not")
  func passphrase() throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: "cafe\u{301} am Meer")
    #expect(try Keys.protection(in: temporary.home) == .passphrase)
    let key = try Keys.unlock(in: temporary.home, passphrase: "caf\u{e9} am Meer")
    #expect(
      key.privateKey.publicKey.rawRepresentation == (try Keys.recorder(in: temporary.home)).publicKey.rawRepresentation)
    #expect(throws: JournalError.self) { try Keys.unlock(in: temporary.home, passphrase: "cafe am Meer") }
    let locked = #expect(throws: JournalError.self) { try Keys.unlock(in: temporary.home) }
    #expect(locked?.code == .locked)
  }

  @Test("A home without a passphrase says so")
  func withoutPassphrase() throws {
    let temporary = try TemporaryHome()
    #expect(!Keys.exist(in: temporary.home))
    try Keys.create(in: temporary.home, passphrase: nil)
    #expect(Keys.exist(in: temporary.home))
    #expect(try Keys.protection(in: temporary.home) == .none)
    _ = try Keys.unlock(in: temporary.home)
  }

  @Test("Keys are never replaced")
  func neverReplaced() throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let before = try Keys.recorder(in: temporary.home)
    #expect(throws: JournalError.self) { try Keys.create(in: temporary.home, passphrase: nil) }
    #expect(try Keys.recorder(in: temporary.home).publicKey.rawRepresentation == before.publicKey.rawRepresentation)
  }

  @Test("A missing, damaged or newer key file is a sentence")
  func damaged() throws {
    let temporary = try TemporaryHome()
    #expect(throws: JournalError.self) { try Keys.recorder(in: temporary.home) }
    try Keys.create(in: temporary.home, passphrase: nil)
    let file = KeyFile.location(in: temporary.home)
    let good = try Data(contentsOf: file)
    let variants: [(Data, JournalError.Code)] = [
      (Data(), .damaged), (good.prefix(good.count / 2), .damaged),
      (
        Data(String(decoding: good, as: UTF8.self).replacing("\"version\" : 1", with: "\"version\" : 9").utf8),
        .newerVersion
      ),
      (Data("{\"version\":9}".utf8), .newerVersion),
    ]
    for (content, code) in variants {
      try content.write(to: file)
      let error = #expect(throws: JournalError.self) { try Keys.unlock(in: temporary.home) }
      #expect(error?.code == code)
    }
  }

  @Test("Everything in a home is for its owner only")
  func permissions() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: tracker.session, at: monday)
    let frame = Frame(id: "f", mediaType: "image/png", width: 1, height: 1, masked: [], pixels: Data([1]))
    try await writer.append([tracker.sanitized(0, frame: frame)])
    try GrantStore(home: temporary.home).add(Grant(id: "g", scope: tracker.sanitizer.scopes[0], given: monday))
    try Ledger(home: temporary.home).append(LedgerEntry(.granted, at: monday, subjects: ["g"]))
    for name in try FileManager.default.subpathsOfDirectory(atPath: temporary.root.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: temporary.root.appending(path: name).path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
    }
  }

  @Test("A session's key has one name: a number written otherwise is none")
  func names() {
    #expect(SessionKeyFile(fileName: "a.3.json") == SessionKeyFile(session: "a", generation: 3))
    for name in ["a.03.json", "a.+3.json", "a.0.json", "a.-3.json", "a..json"] {
      #expect(SessionKeyFile(fileName: name) == nil)
    }
  }
}
