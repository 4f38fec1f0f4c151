import Foundation
import Guard
import Testing
import Trace

@testable import Journal

@Suite("A disk that fails stops recording visibly, and takes nothing that was acknowledged", .serialized)
struct DiskErrorTests {
  @Test(
    "From whatever change on the disk fails or is read-only, recording ends with a sentence and all acknowledged is there",
    arguments: [EIO, EROFS])
  func fromThenOn(error: Int32) async throws {
    var number = 1
    var ended = 0
    while true {
      let temporary = try TemporaryHome()
      try Keys.create(in: temporary.home, passphrase: nil)
      let process = try FaultyProcess(
        in: temporary.root, ["s", "12", "4"], faults: ["FAIL_AT": "\(number)", "ERROR": "\(error)"])
      let (known, status) = try process.end()
      if status != 0 {
        #expect(status == 1)
        #expect(process.complaint().hasSuffix(".\n"), "change \(number)")
        ended += 1
      }
      if FileManager.default.fileExists(atPath: temporary.home.journal.path) {
        try await Aftermath(home: temporary.home).check("s", acknowledged: known, "change \(number)")
      } else {
        #expect(known.isEmpty)
      }
      // Once the disk is well again, recording goes on in the same home.
      let next = try FaultyProcess(in: temporary.root, ["t", "3"])
      #expect(try next.end().status == 0, "after change \(number)")
      try await Aftermath(home: temporary.home).check("t", acknowledged: 0..<3)
      if known.count == 12 { break }
      number += isSoak ? 1 : 3
    }
    #expect(ended > 15)
  }

  @Test("Where one change fails and the next ones do not, it goes on, and what was lost is marked as a gap")
  func once() async throws {
    var number = 1
    var lost = 0
    while true {
      let temporary = try TemporaryHome()
      try Keys.create(in: temporary.home, passphrase: nil)
      let process = try FaultyProcess(
        in: temporary.root, ["s", "40", "4"], faults: ["FAIL_AT": "\(number)", "FAIL_FOR": "1"], goesOn: true)
      let (known, status) = try process.end()
      // Where the journal could not be opened there is no recording.
      if status == 0 {
        let numbers = try await Aftermath(home: temporary.home).check("s", acknowledged: known, "change \(number)")
        let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
        #expect(try await reader.sessions()[0].lost == 40 - numbers.count, "change \(number)")
        lost += 40 - numbers.count
        if known.count == 40, number > 60 { break }
      }
      number += isSoak ? 1 : 5
    }
    #expect(lost > 0)
  }

  @Test(
    "A recorder whose disk fails ends by itself, with the reason; the next one says that it broke off",
    arguments: [EIO, EROFS])
  func recorder(error: Int32) async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let scope = Scope(
      places: [try PlacePattern("https://tracker.example.org")], surfaces: [.browser], from: Moment(seconds: 0))
    try GrantStore(home: temporary.home).add(Grant(id: "g", scope: scope, given: Moment(seconds: 0)))
    let process = try FaultyProcess(
      "RecorderProcess", in: temporary.root, [], faults: ["FAIL_AT": "200", "ERROR": "\(error)"])
    let complaint = process.complaint()
    let (_, status) = try process.end()
    #expect(status == 1)
    #expect(complaint.contains("the disk is writable"), "\(complaint)")
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    let reading = try await reader.events()
    #expect(reading.damaged == 0)
    let numbers = reading.events.map(\.id.sequence)
    #expect(numbers == Array(0..<numbers.count))
    #expect(numbers.count > 0)
    let ledger = Ledger(home: temporary.home)
    #expect(try !ledger.entries().contains { $0.kind == .recordingStopped })
    try ledger.noteBrokenOff(at: monday)
    #expect(try ledger.entries().last?.kind == .brokenOff)
    #expect(try await ledger.entries().last?.subjects == [reader.sessions()[0].name])
    try ledger.noteBrokenOff(at: monday)
    #expect(try ledger.entries().count { $0.kind == .brokenOff } == 1)
    #expect(try ledger.verify().isSound)
  }
}
