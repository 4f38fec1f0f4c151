import Foundation
import Testing
import Trace

@testable import Journal

@Suite("A full disk stops recording visibly, and erasing still works", .serialized)
struct DiskFullTests {
  private func budget(_ bytes: Int, in file: URL) throws { try Data("\(bytes)".utf8).write(to: file, options: .atomic) }

  @Test("Nothing acknowledged is lost, recording goes on once there is space, and the gap is marked")
  func full() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let file = FileManager.default.temporaryDirectory.appending(path: "understudy-budget-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try budget(300_000, in: file)
    let process = try FaultyProcess(in: temporary.root, ["s", "600", "5"], faults: ["BUDGET": file.path])
    #expect(process.complaint().hasPrefix("full"))
    try budget(100_000_000, in: file)
    for _ in 0..<600 { try process.tell("go on") }
    let (known, status) = try process.end()
    #expect(status == 0)
    #expect(known.count < 600)
    let numbers = try await Aftermath(home: temporary.home).check("s", acknowledged: known)
    #expect(numbers.last == 599)
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    #expect(try await reader.sessions()[0].lost == 600 - numbers.count)
  }

  @Test("On a disk without a byte left what is named is erased, by the space kept for it; without that it is not")
  func erasing() async throws {
    for hasBallast in [true, false] {
      let temporary = try TemporaryHome()
      try Keys.create(in: temporary.home, passphrase: nil)
      #expect(try FaultyProcess(in: temporary.root, ["s", "300", "5"]).end().status == 0)
      if hasBallast { temporary.home.reserveSpaceForErasing() }
      let file = FileManager.default.temporaryDirectory.appending(path: "understudy-budget-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: file) }
      try budget(0, in: file)
      let process = try FaultyProcess(
        in: temporary.root, ["erase", "s", "100", "200"], faults: ["BUDGET": file.path])
      let (erased, status) = try process.end()
      #expect(status == (hasBallast ? 0 : 1))
      #expect(erased == (hasBallast ? [100] : []))
      let left = [Int](0..<100) + [Int](200..<300)
      let numbers = try await Aftermath(home: temporary.home).check("s", acknowledged: left)
      #expect(numbers.count == (hasBallast ? 200 : 300))
    }
  }
}
