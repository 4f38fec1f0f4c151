import Foundation
import Planted
import Testing

@Suite("understudy forget, review and keys")
struct ForgetCommandTests {
  private func worker() throws -> Worker {
    let worker = Worker()
    try worker.run("grant", "--browser", "https://tracker.example.org", "--text", "--frames", "--yes")
    try worker.record("s1", 60)
    try worker.record("s2", 60)
    return worker
  }

  /// The names of the events that are left.
  private func left(_ worker: Worker) throws -> [Substring] {
    try worker.run("review").output.split(separator: "\n").map { $0.split(separator: "  ")[1] }
  }

  private func names(_ session: String, _ numbers: some Sequence<Int>) -> [String] {
    numbers.map { "\(session)#\($0)" }
  }

  @Test("A session, an event, a range of time, a place and everything are erased, and nothing else")
  func selections() throws {
    let s2 = names("s2", 0..<60)
    let cases: [([String], [String])] = [
      (["--session", "s1"], s2), (["--event", "s1#7"], names("s1", (0..<60).filter { $0 != 7 }) + s2),
      (
        ["--from", "2026-11-23 09:00:10", "--until", "2026-11-23 09:00:20", "--session", "s1"],
        names("s1", [Int](0..<10) + [Int](20..<60)) + s2
      ),
      (["--place", "https://tracker.example.org/ticket"], []), (["--everything"], []),
    ]
    for (words, rest) in cases {
      let worker = try worker()
      let forgotten = try worker.run(["forget"] + words + ["--yes"])
      #expect(forgotten.status == 0, "\(words): \(forgotten.complaint)")
      #expect(try left(worker).map(String.init) == rest, "\(words)")
      #expect(forgotten.output.contains("Not reached:"))
      #expect(try worker.run("ledger", "--last", "2").output.contains("Erased: "))
      #expect(try worker.run("ledger", "verify").status == 0)
    }
  }

  @Test("Nothing is erased by a dry run, without a yes, or where nothing was meant")
  func refusals() throws {
    let worker = try worker()
    #expect(try worker.run("forget", "--session", "s1", "--dry-run").complaint.contains("60 events of 1 session"))
    #expect(try worker.run("forget", "--session", "s1").status == 24)
    #expect(try worker.run("forget", "--place", "https://other.example.org", "--yes").status == 19)
    #expect(try worker.run("forget").status == 64)
    #expect(try worker.run("forget", "--everything", "--session", "s1").status == 64)
    #expect(try left(worker).count == 120)
  }

  @Test("Files that were written from it, the browser's profile and stopped runs in clear go too")
  func derived() throws {
    let worker = try worker()
    let export = worker.home.appending(path: "export.json")
    try worker.run("export", export.path)
    #expect(try PlantedSecrets(["value 59"]).found(below: worker.home).isEmpty == false)
    let profile = worker.home.appending(path: "data/browser/Default")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    try Data("value 59".utf8).write(to: profile.appending(path: "History"))
    let runs = worker.home.appending(path: "data/runs")
    try FileManager.default.createDirectory(at: runs, withIntermediateDirectories: true)
    try Data("value 59".utf8).write(to: runs.appending(path: "w1.json"))
    let forgotten = try worker.run("forget", "--event", "s1#59", "--event", "s2#59", "--yes")
    #expect(forgotten.output.contains(export.path))
    #expect(try PlantedSecrets(["value 59"]).found(below: worker.home) == [])
    #expect(try left(worker).count == 118)
  }

  @Test("Rules of one's own are applied to what was kept, and a rule that cannot be read is a sentence")
  func redact() throws {
    let worker = try worker()
    let rules = worker.home.appending(path: "config/rules.txt")
    try Data("redact text value 7\n".utf8).write(to: rules)
    let redacted = try worker.run("review", "--redact", "--yes")
    #expect(redacted.status == 0, "\(redacted.complaint)")
    #expect(try worker.run("review", "--withheld").lines.count == 2)
    #expect(try worker.run("review", "--redact", "--yes").output == "Your rules withhold nothing that was kept.\n")
    try Data("forbid everything\n".utf8).write(to: rules)
    let refused = try worker.run("review", "--redact", "--yes")
    #expect(refused.status == 64)
    #expect(refused.complaint.contains("Line 1 of the rules"))
  }

  @Test("A passphrase can be given later; exchanged keys still open everything; without it only everything can go")
  func keys() throws {
    let worker = try worker()
    let file = worker.home.appending(path: "passphrase").path
    try Data("correct horse\n".utf8).write(to: URL(filePath: file))
    #expect(try worker.run("keys", "export", file + ".keys").status == 18)
    #expect(try worker.run("keys", "passphrase", "--new-passphrase-file", file).status == 0)
    #expect(try worker.run("review").status == 18)
    #expect(try worker.run("keys", "rotate", "--passphrase-file", file).status == 0)
    #expect(try worker.run("review", "--passphrase-file", file).lines.count == 120)
    #expect(try worker.run("keys", "export", file + ".keys").status == 0)
    #expect(try worker.run("keys", "recovery", "--passphrase-file", file).lines.first?.count == 65)
    #expect(try worker.run("keys").output.contains("There is a recovery key"))
    #expect(try worker.run("forget", "--session", "s1", "--yes").status == 18)
    #expect(try worker.run("forget", "--everything", "--yes").status == 0)
  }
}
