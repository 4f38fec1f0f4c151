import Foundation
import GRDB
import Planted
import Testing
import Trace

@testable import Journal

@Suite("A recorder can be killed at any moment", .serialized)
struct KillTests {
  /// 500 kills; with `make soak` 10,000.
  static let kills = isSoak ? 10_000 : 500

  @Test("No acknowledged event is lost, none is there twice, no gap is unmarked; it starts again at once")
  func atRandomTimes() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var dice = Dice(seed: 11)
    var slowest = Duration.zero
    var acknowledged = 0
    for number in 0..<Self.kills {
      let session = "s\(number)"
      let began = ContinuousClock.now
      let process = try FaultyProcess(in: temporary.root, [session, "100000", "7"])
      var known: [Int] = []
      // Every fourth is killed while it starts, the others while they write.
      if number % 4 == 0 {
        usleep(.random(in: 0..<60_000, using: &dice))
      } else {
        known += process.acknowledgements() ?? []
        slowest = max(slowest, .now - began)
        usleep(.random(in: 0..<30_000, using: &dice))
      }
      process.kill()
      known += try process.end().acknowledged
      acknowledged += known.count
      // Before the journal is made there is nothing to read.
      guard FileManager.default.fileExists(atPath: temporary.home.journal.path) else {
        #expect(known.isEmpty)
        continue
      }
      try await Aftermath(home: temporary.home).check(session, acknowledged: known, "kill \(number)")
    }
    #expect(acknowledged > Self.kills)
    #expect(slowest < .seconds(2))
    let database = try DatabaseQueue(path: temporary.home.journal.path)
    #expect(try await database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }

  @Test("Killed before each of its changes to the disk in turn, it loses nothing either")
  func atEachChange() async throws {
    var number = 1
    while true {
      let temporary = try TemporaryHome()
      try Keys.create(in: temporary.home, passphrase: nil)
      let process = try FaultyProcess(in: temporary.root, ["s", "12", "4"], faults: ["KILL_AT": "\(number)"])
      let (known, status) = try process.end()
      // Before the journal is made there is nothing to read.
      if FileManager.default.fileExists(atPath: temporary.home.journal.path) {
        try await Aftermath(home: temporary.home).check("s", acknowledged: known, "change \(number)")
      } else {
        #expect(known.isEmpty)
      }
      // And recording goes on in the same home.
      let next = try FaultyProcess(in: temporary.root, ["t", "3"])
      #expect(try next.end().status == 0, "after change \(number)")
      try await Aftermath(home: temporary.home).check("t", acknowledged: 0..<3)
      if status == 0 { break }
      number += isSoak ? 1 : 3
    }
    #expect(number > 50)
  }

  @Test("An erasure killed before any of its changes leaves everything else readable, and the next one completes it")
  func whileErasing() async throws {
    let original = try TemporaryHome()
    try Keys.create(in: original.home, passphrase: nil)
    for session in ["a", "b"] {
      #expect(try FaultyProcess(in: original.root, [session, "30", "3"]).end().status == 0)
    }
    let key = try SessionKey.open("a", with: Keys.unlock(in: original.home), in: original.home).key.bytes
    var number = 1
    while true {
      let temporary = try TemporaryHome()
      try FileManager.default.copyItem(at: original.root, to: temporary.root)
      let process = try FaultyProcess(
        in: temporary.root, ["erase", "a", "10", "20"], faults: ["KILL_AT": "\(number)"])
      let status = try process.end().status
      let left = [Int](0..<10) + [Int](20..<30)
      let aftermath = Aftermath(home: temporary.home)
      try await aftermath.check("a", acknowledged: left, "change \(number)")
      try await aftermath.check("b", acknowledged: 0..<30, "change \(number)")

      // Whatever had been done before, afterwards it is complete.
      let eraser = try Eraser(home: temporary.home, key: Keys.unlock(in: temporary.home))
      _ = try await eraser.erase(
        ErasureSelection(events: Set((10..<20).map { EventID(session: "a", sequence: $0) })), at: monday)
      #expect(try await aftermath.check("a", acknowledged: left, "change \(number)") == left)
      try await aftermath.check("b", acknowledged: 0..<30, "change \(number)")
      #expect(try PlantedBytes([key]).found(below: temporary.root) == [])
      #expect(try SessionKeyFile.all(of: "a", in: temporary.home).count == 1)
      if status == 0 { break }
      number += isSoak ? 1 : 5
    }
    #expect(number > 50)
  }

  @Test("Two recorders in one home, one of them killed, do not disturb each other")
  func twoAtOnce() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    for number in 0..<10 {
      let doomed = try FaultyProcess(in: temporary.root, ["doomed\(number)", "100000"])
      let other = try FaultyProcess(in: temporary.root, ["other\(number)", "100"])
      var known = doomed.acknowledgements() ?? []
      doomed.kill()
      known += try doomed.end().acknowledged
      let (rest, status) = try other.end()
      #expect(status == 0)
      #expect(rest.count == 100)
      try await Aftermath(home: temporary.home).check("doomed\(number)", acknowledged: known)
      try await Aftermath(home: temporary.home).check("other\(number)", acknowledged: rest)
    }
  }
}
