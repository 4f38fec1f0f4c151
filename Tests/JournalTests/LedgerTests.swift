import Foundation
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("A ledger shows every change behind its back")
struct LedgerTests {
  /// A home whose ledger has some entries.
  static func home(entries: Int = 12) throws -> TemporaryHome {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let ledger = Ledger(home: temporary.home)
    for number in 0..<entries {
      let kind = LedgerEntry.Kind.allCases[number % LedgerEntry.Kind.allCases.count]
      try ledger.append(
        LedgerEntry(kind, at: Moment(seconds: monday.seconds + Double(number)), subjects: ["s\(number)"]))
    }
    return temporary
  }

  @Test("What is appended is read, and is sound")
  func sound() throws {
    let temporary = try LedgerTests.home()
    let ledger = Ledger(home: temporary.home)
    #expect(try ledger.entries().map(\.subjects) == (0..<12).map { ["s\($0)"] })
    #expect(try ledger.verify() == Verification(entries: 12, signed: 12, problems: []))
    let checkpoint = try #require(try ledger.latestCheckpoint())
    #expect(checkpoint.size == 12)
    #expect(checkpoint.root == Data(MerkleTree.root(of: try ledger.leaves())))
    #expect(checkpoint.isSigned(by: try Keys.signing(in: temporary.home)))
    #expect(Checkpoint(note: checkpoint.note) == checkpoint)
  }

  /// What somebody could do to the ledger's files: the entries, the checkpoints, the copy apart.
  static let forgeries: [(String, @Sendable (Home) throws -> Void)] = [
    ("an entry removed from the middle", { try edit($0.entries) { $0.remove(at: 5) } }),
    ("the last entry removed", { try edit($0.entries) { $0.removeLast() } }),
    ("two entries exchanged", { try edit($0.entries) { $0.swapAt(2, 7) } }),
    ("an entry changed", { try edit($0.entries) { $0[3] = $0[3].replacing("s3", with: "s4") } }),
    ("an entry made unreadable", { try edit($0.entries) { $0[3] = "{}" } }),
    ("an entry put in", { try edit($0.entries) { $0.insert($0[0], at: 4) } }),
    ("all entries removed", { try edit($0.entries) { $0.removeAll() } }),
    (
      "the last entry removed with its checkpoint",
      {
        try edit($0.entries) { $0.removeLast() }
        try edit($0.checkpoints) { $0.removeLast() }
      }
    ),
    (
      "all checkpoints removed, the copy too",
      {
        try edit($0.checkpoints) { $0.removeAll() }
        try FileManager.default.removeItem(at: $0.state.appending(path: "ledger-checkpoint"))
      }
    ),
    (
      "a checkpoint's size changed",
      { try edit($0.checkpoints) { $0[4] = $0[4].replacing("\\n5\\n", with: "\\n6\\n") } }
    ),
    (
      "a checkpoint of another home",
      { home in
        let other = try LedgerTests.home(entries: 1)
        let foreign = try String(contentsOf: other.home.checkpoints, encoding: .utf8).split(separator: "\n")[0]
        try edit(home.checkpoints) { $0.append(String(foreign)) }
      }
    ),
  ]

  static func edit(_ file: URL, _ change: (inout [String]) -> Void) throws {
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    change(&lines)
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
  }

  @Test("Every forgery is found", arguments: forgeries.indices)
  func found(index: Int) throws {
    let temporary = try LedgerTests.home()
    let (what, forge) = LedgerTests.forgeries[index]
    try forge(temporary.home)
    let verification = try Ledger(home: temporary.home).verify()
    #expect(!verification.isSound, "\(what)")
    #expect(verification.problems.allSatisfy { $0.hasSuffix(".") })
  }

  @Test("Any single change of a byte of the entries is found")
  func anyByte() throws {
    let temporary = try LedgerTests.home(entries: 4)
    let original = try Data(contentsOf: temporary.home.entries)
    var dice = Dice(seed: 5)
    for _ in 0..<200 {
      var changed = original
      let position = Int.random(in: 0..<changed.count, using: &dice)
      changed[position] ^= UInt8.random(in: 1...255, using: &dice)
      try changed.write(to: temporary.home.entries)
      #expect(try !Ledger(home: temporary.home).verify().isSound)
    }
  }

  @Test("A ledger that was set back and went on differently is found by the copy apart")
  func fork() throws {
    let temporary = try LedgerTests.home(entries: 6)
    let home = temporary.home
    let saved = try [home.entries, home.checkpoints].map { try Data(contentsOf: $0) }
    let ledger = Ledger(home: home)
    try ledger.append(LedgerEntry(.erased, at: monday, subjects: ["gone"]))
    let receipt = try GrantStore(home: home).add(
      Grant(id: "g", scope: Tracker().sanitizer.scopes[0], given: monday))
    try saved[0].write(to: home.entries)
    try saved[1].write(to: home.checkpoints)
    #expect(try !ledger.verify().isSound)
    // Even where the copy goes with it, the receipt still knows.
    try FileManager.default.removeItem(at: home.state.appending(path: "ledger-checkpoint"))
    try ledger.append(LedgerEntry(.read, at: monday, subjects: ["other"]))
    #expect(receipt.ledgerCheckpoint != nil)
    #expect(try !ledger.verify().isSound)
  }

  @Test("An entry cut off by a crash was never acknowledged, and the ledger goes on without it")
  func torn() throws {
    let temporary = try LedgerTests.home(entries: 3)
    let file = temporary.home.entries
    try (Data(contentsOf: file) + Data("{\"kind\":\"re".utf8)).write(to: file)
    let ledger = Ledger(home: temporary.home)
    #expect(try ledger.entries().count == 3)
    try ledger.append(LedgerEntry(.read, at: monday, subjects: ["x"]))
    #expect(try ledger.verify() == Verification(entries: 4, signed: 4, problems: []))
  }

  @Test("Many writers at once lose nothing")
  func concurrent() async throws {
    let temporary = try LedgerTests.home(entries: 0)
    let home = temporary.home
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<10 {
            try Ledger(home: home).append(LedgerEntry(.read, at: monday, subjects: ["\(writer)-\(number)"]))
          }
        }
      }
      try await group.waitForAll()
    }
    let verification = try Ledger(home: home).verify()
    #expect(verification == Verification(entries: 40, signed: 40, problems: []))
    #expect(try Set(Ledger(home: home).entries().flatMap(\.subjects)).count == 40)
  }
}

extension Home {
  var entries: URL { ledger.appending(path: "entries.jsonl") }
  var checkpoints: URL { ledger.appending(path: "checkpoints.jsonl") }
}
