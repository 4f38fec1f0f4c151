import Foundation
import Testing

@Suite("What a grant is for, at the command line")
struct PurposeCommandTests {
  private func worker() throws -> (worker: Worker, grant: String, passphrase: String) {
    let worker = Worker()
    try FileManager.default.createDirectory(at: worker.home, withIntermediateDirectories: true)
    let passphrase = worker.home.appending(path: "passphrase")
    try Data("correct horse".utf8).write(to: passphrase)
    let granted = try worker.run(
      "grant", "--browser", "https://tracker.example.org", "--text", "--for", "record,learn,release:Acme", "--keep",
      "record=90,learn=30", "--yes", "--passphrase-file", passphrase.path)
    #expect(granted.status == 0, "\(granted.complaint)")
    let grant = try #require(granted.output.split(separator: " ").dropFirst(2).first?.dropLast())
    try worker.record("s1", 60, from: .now + 1)
    return (worker, String(grant), passphrase.path)
  }

  @Test("Taking a purpose back is one step, without a question or the passphrase; what it was for ends, the rest stays")
  func withdrawing() throws {
    let (worker, grant, passphrase) = try worker()
    func run(_ words: String...) throws -> Worker.Result { try worker.run(words + ["--passphrase-file", passphrase]) }
    let export = worker.home.appending(path: "export.json").path
    #expect(try run("workflows").status == 0)
    #expect(try run("export", export, "--for", "release:Acme").output.hasPrefix("60 events were written"))
    #expect(try run("export", export, "--for", "release:Others").status == 10)
    #expect(try run("export", export, "--for", "train").complaint.contains("train a shared model"))
    #expect(try worker.run("grant", "--list").output.contains("record (90 days), learn (30 days), release:Acme"))
    #expect(try worker.run("status").output.contains("record (90 days), learn (30 days), release:Acme"))

    // Nobody can be asked here: a question would end it.
    #expect(try worker.run("grant", "--withdraw", grant, "--for", "learn").status == 0)
    #expect(try run("workflows").status == 10)
    #expect(try run("audit").status == 10)
    #expect(try run("export", export, "--for", "release:Acme").status == 0)
    #expect(try worker.run("grant", "--list").output.contains("learn (taken back)"))

    let withdrawn = try worker.run("grant", "--withdraw", grant)
    #expect(withdrawn.output.split(separator: "\n").filter { $0.contains("withdrawn from Acme") }.count == 2)
    #expect(try run("export", export, "--for", "release:Acme").status == 10)
    // What is held about a person is theirs, whatever they grant.
    #expect(try run("export", export).output.hasPrefix("60 events were written"))
    #expect(try run("review").lines.count == 60)
    let ledger = try worker.run("ledger").output
    for entry in [
      "You took back \(grant): learn.", "You took back \(grant).", "Released to Acme", "Withdrawn from Acme",
    ] {
      #expect(ledger.contains(entry))
    }
    #expect(try worker.run("ledger", "verify").status == 0)
  }

  @Test("The receipt names the notice that was shown, and how long each purpose keeps what was recorded")
  func receipt() throws {
    let (worker, grant, _) = try worker()
    let file = worker.home.appending(path: "data/grants/\(grant).receipt.json")
    let receipt = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    #expect((receipt["privacy_notice"] as? [String: String])?["digest"]?.count == 64)
    let purposes = try #require(receipt["pii_processing"] as? [[String: Any]])
    #expect(
      purposes.map { $0["retention_period"] as? String } == ["90 days", "30 days", "until withdrawn or erased"])
    #expect(
      purposes.map { $0["withdrawal_method"] as? String }
        == ["record", "learn", "release:Acme"].map { "understudy grant --withdraw \(grant) --for \($0)" })
  }

  @Test("A time to keep that makes no sense, and a purpose that was never given, are sentences")
  func refusals() throws {
    let (worker, grant, _) = try worker()
    for keep in ["learn", "learn=0", "emotion=3", "train=3"] {
      let refused = try worker.run("grant", "--browser", "https://a.example.org", "--keep", keep, "--yes")
      #expect(refused.status == 64, "\(keep)")
    }
    #expect(try worker.run("grant", "--withdraw", grant, "--for", "train").complaint.contains("never given"))
    #expect(try worker.run("grant", "--withdraw", grant, "--for", "discipline").status == 64)
  }
}
