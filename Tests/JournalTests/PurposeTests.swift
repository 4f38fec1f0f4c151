import Foundation
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("Each purpose is given, kept for its time and taken back by itself")
struct PurposeTests {
  private static let day = 86_400.0

  private func moment(_ days: Double) -> Moment { Moment(seconds: monday.seconds + days * Self.day) }

  private func uptime(_ days: Double) -> Uptime { Uptime(boot: "a", microseconds: Int64(days * Self.day * 1_000_000)) }

  /// A home with one grant and one event of its place in each of two sessions, "s" at the beginning, "t" 20 days later.
  private func home(
    for purposes: Set<Purpose> = [.record, .learn, .perform, .release(to: "Acme")], kept: [Purpose: Int] = [:]
  ) async throws -> TemporaryHome {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: "correct horse")
    try GrantStore(home: temporary.home).add(grant("g", for: purposes, kept: kept))
    for (session, days) in [("s", 0.0), ("t", 20.0)] {
      var tracker = try Tracker(session: session)
      let writer = try JournalWriter(
        home: temporary.home, keys: Keys.recorder(in: temporary.home), session: session, at: moment(days))
      let sanitized = tracker.sanitizer.sanitize(tracker.event(0, after: days * Self.day))
      try await writer.append([#require(sanitized)])
      await writer.end()
    }
    return temporary
  }

  private func grant(_ id: String, for purposes: Set<Purpose>, kept: [Purpose: Int] = [:], at days: Double = 0) throws
    -> Grant
  {
    var scope = try Tracker().sanitizer.scopes[0]
    scope.from = moment(days)
    return Grant(id: id, scope: scope, purposes: purposes, kept: kept, given: moment(days))
  }

  /// The sessions of which events may be used for a purpose.
  private func usable(_ home: Home, for purpose: Purpose, at days: Double) async throws -> [String] {
    let key = try Keys.unlock(in: home, passphrase: "correct horse")
    let grants = try GrantStore(home: home).grants()
    return try await JournalReader(home: home, key: key).events().events
      .filter { grants.allow(purpose, of: $0, at: moment(days)) }.map(\.id.session)
  }

  private func kinds(_ home: Home) throws -> [LedgerEntry.Kind] { try Ledger(home: home).entries().map(\.kind) }

  @Test("What was recorded may be used for what was granted when it was recorded, and for nothing else")
  func use() async throws {
    let temporary = try await home()
    #expect(try await usable(temporary.home, for: .learn, at: 21) == ["s", "t"])
    #expect(try await usable(temporary.home, for: .release(to: "Acme"), at: 21) == ["s", "t"])
    #expect(try await usable(temporary.home, for: .release(to: "Others"), at: 21) == [])
    #expect(try await usable(temporary.home, for: .train, at: 21) == [])
    // A later grant is about what is recorded from then on.
    try GrantStore(home: temporary.home).add(grant("h", for: [.train], at: 10))
    #expect(try await usable(temporary.home, for: .train, at: 21) == ["t"])
  }

  @Test("A purpose that is taken back ends, the others go on; the receipt and the ledger say which")
  func withdrawal() async throws {
    let temporary = try await home()
    let home = temporary.home
    let withdrawal = try Withdrawal.carryOut(of: "g", purposes: [.learn], in: home, at: moment(21))
    #expect(withdrawal.purposes == [.learn])
    #expect(try await usable(home, for: .learn, at: 21) == [])
    #expect(try GrantStore(home: home).scopes(for: .record, at: moment(21)).count == 1)
    #expect(try GrantStore(home: home).scopes(for: .perform, at: moment(21)).count == 1)
    let events = try GrantStore(home: home).receipt(of: "g").events
    #expect(events.map(\.eventState) == ["dpv:ConsentGiven", "dpv:ConsentWithdrawn"])
    #expect(events.map(\.purpose) == [nil, "learn"])
    #expect(try Ledger(home: home).entries().last?.subjects == ["g", "learn"])
    // Given anew, it is about what comes.
    try GrantStore(home: home).add(grant("h", for: [.learn], at: 21))
    #expect(try await usable(home, for: .learn, at: 22) == [])
    let unknown = #expect(throws: JournalError.self) {
      try Withdrawal.carryOut(of: "g", purposes: [.train], in: home, at: moment(21))
    }
    #expect(unknown?.code == .notFound)
    // The last ones end the grant.
    try Withdrawal.carryOut(of: "g", purposes: [.record, .perform, .release(to: "Acme")], in: home, at: moment(23))
    #expect(try GrantStore(home: home).grants().first?.withdrawn == moment(23))
  }

  @Test("What was made under a purpose goes with it, without the passphrase, and nothing else does; the ledger says so")
  func derived() async throws {
    let temporary = try await home()
    let home = temporary.home
    let store = DerivedStore(home: home)
    let model = try store.keep(model: Data("weights".utf8), named: "m", trainedOn: ["s"], at: moment(20))
    // Of a session that was recorded before the grant.
    var earlier = try grant("other", for: [.learn])
    (earlier.scope.from, earlier.scope.until) = (moment(-20), moment(-10))
    try GrantStore(home: home).add(earlier)
    try store.write(Data("run".utf8), as: .run, named: "w", from: ["t"])
    let export = temporary.root.appending(path: "export.json")
    try Data("export".utf8).write(to: export)
    try store.note(Output(path: export.path, content: Data("export".utf8)), from: ["s"])
    #expect(try Withdrawal.carryOut(of: "other", in: home, at: moment(21)).discarded == [])
    let withdrawal = try Withdrawal.carryOut(of: "g", purposes: [.perform], in: home, at: moment(21))
    #expect(withdrawal.discarded.map(\.kind) == [.run])
    #expect(
      try Withdrawal.carryOut(of: "g", purposes: [.learn], in: home, at: moment(21)).discarded.map(\.id) == [model])
    #expect(try store.items().map(\.kind) == [.output])
    #expect(FileManager.default.fileExists(atPath: export.path))
    #expect(
      try kinds(home).suffix(6) == [.granted, .withdrawn, .withdrawn, .discarded, .withdrawn, .discarded])
    #expect(try Ledger(home: home).entries().last?.subjects == ["g", "model \(model)"])
    #expect(try Ledger(home: home).verify().isSound)
  }

  @Test("Nothing is released without a grant that names the recipient; taking it back or erasing withdraws it, signed")
  func releases() async throws {
    for erases in [false, true] {
      let temporary = try await home()
      let home = temporary.home
      let store = ReleaseStore(home: home)
      let refused = #expect(throws: JournalError.self) {
        try store.add(Data("work".utf8), to: "Others", from: ["s"], at: moment(21))
      }
      #expect(refused?.code == .refused)
      let release = try store.add(Data("work".utf8), to: "Acme", from: ["s"], at: moment(21))
      let recalled: [Release]
      if erases {
        let eraser = try Eraser(home: home, key: nil)
        _ = try await eraser.erase(ErasureSelection(sessions: ["t"]), at: moment(22))
        #expect(try store.releases() == [release])
        recalled = try await eraser.erase(ErasureSelection(sessions: ["s"]), at: moment(22)).recalled
      } else {
        _ = try Withdrawal.carryOut(of: "g", purposes: [.learn], in: home, at: moment(22))
        #expect(try store.releases() == [release])
        recalled = try Withdrawal.carryOut(of: "g", in: home, at: moment(22)).recalled
      }
      #expect(recalled.map(\.id) == [release.id])
      #expect(try store.releases().map(\.withdrawn) == [moment(22)])
      let notice = try JSONDecoder().decode(Recall.self, from: Data(contentsOf: store.recallFile(of: release)))
      #expect(notice.isSigned)
      #expect(notice.release.digest == release.digest)
      var forged = notice
      forged.release.recipient = "Others"
      #expect(!forged.isSigned)
      #expect(try kinds(home).contains(.recalled))
      #expect(throws: JournalError.self) {
        if erases { throw refused! }
        try store.add(Data("work".utf8), to: "Acme", from: ["s"], at: moment(23))
      }
    }
  }

  @Test("Each purpose ends for what is older than it may be: not learned from, models and releases gone, then erased")
  func retention() async throws {
    let temporary = try await home(kept: [.record: 60, .learn: 30, .release(to: "Acme"): 40])
    let home = temporary.home
    let store = DerivedStore(home: home)
    try store.keep(model: Data("of both".utf8), named: "m", trainedOn: ["s", "t"], at: moment(21))
    try store.keep(model: Data("of t".utf8), named: "n", trainedOn: ["t"], at: moment(21))
    let release = try ReleaseStore(home: home).add(Data("work".utf8), to: "Acme", from: ["s"], at: moment(21))
    let retention = Retention(home: home)
    #expect(try retention.isSet())
    #expect(try await retention.apply(at: moment(29.5), with: nil, uptime: uptime(29.5)) == .nothing)
    #expect(try await usable(home, for: .learn, at: 29.5) == ["s", "t"])

    _ = try await retention.apply(at: moment(31), with: nil, uptime: uptime(31))
    #expect(try await usable(home, for: .learn, at: 31) == ["t"])
    #expect(try await usable(home, for: .record, at: 31) == ["s", "t"])
    #expect(try store.items().map(\.sessions) == [["t"]])
    #expect(try ReleaseStore(home: home).releases() == [release])

    _ = try await retention.apply(at: moment(41), with: nil, uptime: uptime(41))
    #expect(try ReleaseStore(home: home).releases().map(\.withdrawn) == [moment(41)])

    let key = try Keys.unlock(in: home, passphrase: "correct horse")
    let last = try await retention.apply(at: moment(61), with: key, uptime: uptime(61))
    guard case .erased(let erasure) = last else {
      Issue.record("\(last)")
      return
    }
    #expect(erasure.receipt.sessions == ["s"])
    #expect(try store.items() == [])
    // The rules cut everything short.
    _ = try await Retention(home: home, days: 50).apply(at: moment(71), with: nil, uptime: uptime(71))
    let left = try Keys.unlock(in: home, passphrase: "correct horse")
    #expect(try await JournalReader(home: home, key: left).sessions().isEmpty)
  }

  @Test(
    "Where several grants let a session be recorded, the shortest time holds; one that had ended before does not count")
  func shortest() async throws {
    let temporary = try await home(kept: [.record: 60])
    try GrantStore(home: temporary.home).add(grant("h", for: [.record], kept: [.record: 5], at: 10))
    let outcome = try await Retention(home: temporary.home).apply(at: moment(26), with: nil, uptime: uptime(26))
    guard case .erased(let erasure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(erasure.receipt.sessions == ["t"])
  }

  @Test("A clock that jumps forward takes no model and no release either")
  func jump() async throws {
    let temporary = try await home(kept: [.learn: 30, .release(to: "Acme"): 30])
    let home = temporary.home
    try DerivedStore(home: home).keep(model: Data("weights".utf8), named: "m", trainedOn: ["s"], at: moment(21))
    try ReleaseStore(home: home).add(Data("work".utf8), to: "Acme", from: ["s"], at: moment(21))
    let retention = Retention(home: home)
    #expect(try await retention.apply(at: moment(21), with: nil, uptime: uptime(21)) == .nothing)
    guard case .held(2, _) = try await retention.apply(at: moment(3_000), with: nil, uptime: uptime(21)) else {
      Issue.record("It was not held.")
      return
    }
    #expect(try DerivedStore(home: home).items().count == 1)
    #expect(try ReleaseStore(home: home).releases().map(\.withdrawn) == [nil])
  }

  @Test("A grant of a version before single purposes is read as it was meant")
  func older() throws {
    var grant = try grant("g", for: [.record, .learn])
    let encoder = JSONEncoder()
    var json = try #require(JSONSerialization.jsonObject(with: encoder.encode(grant)) as? [String: Any])
    (json["kept"], json["withdrawals"]) = (nil, nil)
    let read = try JSONDecoder().decode(Grant.self, from: JSONSerialization.data(withJSONObject: json))
    #expect(read == grant)
    grant.kept = [.release(to: "Acme"): 3]
    grant.withdrawals = [.learn: monday]
    #expect(try JSONDecoder().decode(Grant.self, from: encoder.encode(grant)) == grant)
    #expect(String(decoding: try encoder.encode(grant), as: UTF8.self).contains(#""kept":{"release:Acme":3}"#))
  }
}
