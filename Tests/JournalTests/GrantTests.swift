import Foundation
import Guard
import Testing
import Trace

@testable import Journal

@Suite("A grant is signed, and lets nothing through once it was changed")
struct GrantTests {
  static func store() throws -> (TemporaryHome, GrantStore, Grant) {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let grant = Grant(
      id: "g1", scope: try Tracker().sanitizer.scopes[0], purposes: [.record, .learn, .release(to: "Acme")],
      given: monday,
      notice: Notice(version: "1", text: "What is captured, and what never."))
    return (temporary, GrantStore(home: temporary.home), grant)
  }

  @Test("It is listed, it holds for its purposes and its time, and withdrawing ends it")
  func life() throws {
    let (temporary, store, grant) = try GrantTests.store()
    defer { withExtendedLifetime(temporary) {} }
    try store.add(grant)
    #expect(try store.grants() == [grant])
    #expect(try store.scopes(for: .record, at: monday) == [grant.scope])
    #expect(try store.scopes(for: .release(to: "Acme"), at: monday) == [grant.scope])
    #expect(try store.scopes(for: .release(to: "Others"), at: monday) == [])
    #expect(try store.scopes(for: .train, at: monday) == [])
    #expect(try store.scopes(for: .record, at: Moment(seconds: monday.seconds - 1)) == [])
    let later = Moment(seconds: monday.seconds + 60)
    try store.withdraw("g1", at: later)
    #expect(try store.scopes(for: .record, at: later) == [])
    #expect(try store.grants().map(\.withdrawn) == [later])
    #expect(throws: JournalError.self) { try store.add(grant) }
    #expect(throws: JournalError.self) { try store.withdraw("../g1", at: later) }
  }

  @Test("The receipt has the fields of TS 27560, and the ledger its hash")
  func receipt() throws {
    let (temporary, store, grant) = try GrantTests.store()
    let receipt = try store.add(grant)
    #expect(try store.receipt(of: "g1") == receipt)
    let json = try #require(
      JSONSerialization.jsonObject(with: receipt.encoded()) as? [String: Any])
    #expect(
      Set(json.keys) == [
        "schema_version", "record_id", "pii_principal_id", "privacy_notice", "language", "pii_processing",
        "party_identification", "events", "grant_digest", "signatures",
      ])
    #expect(receipt.piiProcessing.map(\.purpose) == ["record", "learn", "release:Acme"])
    #expect(receipt.piiProcessing.map(\.recipientThirdParties) == [[], [], ["Acme"]])
    #expect(receipt.events.map(\.eventState) == ["dpv:ConsentGiven"])
    #expect(receipt.events.map(\.eventTime) == ["2026-11-23T09:00:00Z"])
    let entry = try #require(try Ledger(home: temporary.home).entries().last)
    #expect(entry.kind == .granted)
    #expect(entry.digest == Receipt.digest(try receipt.encoded()))
    try store.withdraw("g1", at: monday)
    #expect(try store.receipt(of: "g1").events.map(\.eventState) == ["dpv:ConsentGiven", "dpv:ConsentWithdrawn"])
    #expect(try Ledger(home: temporary.home).entries().map(\.kind) == [.granted, .withdrawn])
  }

  @Test(
    "A grant or receipt that was changed by hand lets nothing through",
    arguments: [
      ("g1.grant.json", "tracker.example.org", "*.example.org"), ("g1.grant.json", "\"learn\"", "\"train\""),
      ("g1.receipt.json", "dpv:ConsentGiven", "dpv:ConsentGlven"), ("g1.receipt.json", "\"Acme\"", "\"Other\""),
    ])
  func changed(file: String, from: String, to: String) throws {
    let (temporary, store, grant) = try GrantTests.store()
    try store.add(grant)
    let location = temporary.home.grants.appending(path: file)
    let text = try String(contentsOf: location, encoding: .utf8)
    #expect(text.contains(from))
    try Data(text.replacing(from, with: to).utf8).write(to: location)
    let error = #expect(throws: JournalError.self) { try store.scopes(for: .record, at: monday) }
    #expect(error?.code == .damaged)
  }

  @Test(
    "A purpose to judge a person cannot be written",
    arguments: ["discipline", "performance", "emotion", "release:", ""])
  func inexpressible(purpose: String) {
    #expect(Purpose(purpose) == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Purpose].self, from: JSONEncoder().encode([purpose]))
    }
  }
}
