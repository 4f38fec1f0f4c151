import Foundation
import Testing

@Suite("understudy ledger")
struct LedgerCommandTests {
  @Test("Every grant and every use is in the ledger, in words")
  func everyUse() throws {
    let worker = Worker()
    #expect(try worker.run("ledger").output == "Nothing was granted or used yet.\n")
    let granted = try worker.run("grant", "--browser", "https://tracker.example.org", "--yes")
    let grant = try #require(granted.output.split(separator: " ").dropFirst(2).first?.dropLast())
    try worker.record("s1", 30)
    try worker.run("review")
    let export = worker.home.appending(path: "export.json").path
    try worker.run("export", export)
    try worker.run("workflows")
    try worker.run("keys", "rotate")
    try worker.run("forget", "--event", "s1#3", "--yes")
    try worker.run("grant", "--withdraw", String(grant))
    let lines = try worker.run("ledger").lines.map { $0.dropFirst("2026-11-24 09:00:00  ".count) }
    #expect(
      lines.map { $0.replacing(#/erasure-[0-9TZa-f-]+/#, with: "R") } == [
        "You granted \(grant).", "What was recorded was read: session s1.",
        "What was recorded was written to a file in clear: session s1.", "What was recorded was read: session s1.",
        "The key was exchanged for a new one.", "Erased: session s1. Receipt R.", "You took back \(grant).",
      ])
    #expect(try worker.run("ledger", "verify").output.hasPrefix("Sound: 7 entries, 7 of them signed"))
    #expect(try worker.run("ledger", "--last", "2").lines.count == 2)
  }

  @Test("An entry that was changed, removed or moved, and a fork, end `verify` with a code of their own")
  func forgeries() throws {
    let forgeries: [@Sendable ([Substring]) -> [Substring]] = [
      { lines in [lines[0].replacing("granted", with: "paused")[...]] + lines.dropFirst() },
      { lines in Array(lines.dropLast()) }, { lines in Array(lines.dropFirst()) }, { lines in lines.reversed() },
    ]
    for (number, forge) in forgeries.enumerated() {
      let worker = Worker()
      for site in ["a", "b", "c"] { try worker.run("grant", "--browser", "https://\(site).example.org", "--yes") }
      #expect(try worker.run("ledger", "verify").status == 0)
      let file = worker.home.appending(path: "data/ledger/entries.jsonl")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      try Data(forge(lines).map { $0 + "\n" }.joined().utf8).write(to: file)
      let verified = try worker.run("ledger", "verify")
      #expect(verified.status == 28, "forgery \(number)")
      #expect(verified.complaint.hasPrefix("understudy: The ledger was changed. "))
    }
  }

  @Test("A ledger that was set back and went on otherwise is a fork, and is found")
  func fork() throws {
    let worker = Worker()
    try worker.run("grant", "--browser", "https://a.example.org", "--yes")
    let folder = worker.home.appending(path: "data/ledger")
    let saved = worker.home.appending(path: "saved")
    try FileManager.default.copyItem(at: folder, to: saved)
    try worker.run("grant", "--browser", "https://b.example.org", "--yes")
    try worker.run("grant", "--browser", "https://c.example.org", "--yes")
    try FileManager.default.removeItem(at: folder)
    try FileManager.default.moveItem(at: saved, to: folder)
    #expect(try worker.run("ledger", "verify").status == 28)
    // It goes on, longer than before and signed in every entry: the receipts still know better.
    for site in ["d", "e", "f"] { try worker.run("grant", "--browser", "https://\(site).example.org", "--yes") }
    #expect(try worker.run("ledger", "verify").status == 28)
  }
}
