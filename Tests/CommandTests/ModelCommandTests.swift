import Foundation
import Testing
import Trace

@Suite("understudy learn without a name, and evaluate")
struct ModelCommandTests {
  /// A day on which orders are entered and tickets closed by turns.
  private func day(_ number: Int) -> Tracker {
    var tracker = Tracker("day\(number)", day: number)
    for turn in 0..<6 {
      tracker.enterOrder(["N-\(number)\(turn)\(turn * 3)", "\(turn + 5).\(number)0"])
      if turn != 2 { tracker.closeTicket(10 * number + turn) }
    }
    return tracker
  }

  private func worker() throws -> Worker {
    let worker = Worker()
    try worker.run("grant", "--browser", Tracker.origin, "--text", "--yes")
    try worker.record("day0", day(0).events)
    return worker
  }

  private func models(_ worker: Worker) throws -> [String] {
    let folder = worker.home.appending(path: "data/models").path
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sealed") }
  }

  @Test("Two processes learn the same bytes from one journal; nothing of the work lies open where they are kept")
  func sameBytes() throws {
    let worker = try worker()
    let files = ["a.json", "b.json"].map { worker.home.appending(path: $0) }
    for file in files {
      let learned = try worker.run("learn", "--output", file.path)
      #expect(learned.status == 0, "\(learned.complaint)")
    }
    let bytes = try files.map { try Data(contentsOf: $0) }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].count > 1000)
    let kept = try #require(try models(worker).first)
    let sealed = try Data(contentsOf: worker.home.appending(path: "data/models/\(kept)"))
    #expect(!String(decoding: sealed, as: UTF8.self).contains("Number"))
    let permissions = try FileManager.default.attributesOfItem(atPath: files[0].path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  @Test("It says what it was made from, how each part did on the others, and which features weigh how much")
  func explained() throws {
    let worker = try worker()
    let lines = try worker.run("learn", "--explain").lines
    #expect(lines[0].hasPrefix("Learned from") && lines[0].contains("1 session: 11 episodes of 2 workflows."))
    #expect(lines[1].hasPrefix("  granted by ") && lines[1].contains("seed 1"))
    #expect(lines.contains { $0.contains("episodes it was not learned from: not enough evidence for a risk of 10 %") })
    #expect(lines.contains { $0.hasPrefix("  called for by: ") && $0.contains("order") })
    #expect(lines.contains { $0.hasPrefix("     found again by: ") && $0.contains("name ") })
    #expect(lines.last?.contains("the last step") == true)
  }

  @Test("With more work it is learned anew at the next look; with its work it is gone, and so is what was written")
  func renewedAndWithdrawn() throws {
    let worker = try worker()
    let file = worker.home.appending(path: "model.json")
    #expect(try models(worker).isEmpty)
    try worker.run("workflows")
    #expect(try models(worker).isEmpty)
    #expect(try worker.run("learn", "--output", file.path).status == 0)
    let first = try models(worker)
    #expect(first.count == 1)
    try worker.record("day1", day(1).events)
    try worker.run("workflows")
    let trained = try worker.run("ledger").lines.filter { $0.contains("was trained on") }
    #expect(trained.count == 2)
    #expect(trained.last?.contains("day1") == true)
    try worker.run("workflows")
    #expect(try worker.run("ledger").lines.count { $0.contains("was trained on") } == 2)
    #expect(try worker.run("forget", "--session", "day0", "--yes").status == 0)
    #expect(try models(worker).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test("It is taken away when that is asked for; a name and the model's options do not go together")
  func takenAway() throws {
    let worker = try worker()
    #expect(try worker.run("learn", "--forget").output == "No model is kept.\n")
    try worker.run("learn")
    #expect(try worker.run("learn", "--forget").status == 0)
    #expect(try models(worker).isEmpty)
    #expect(try worker.run("learn", "Orders", "--explain").status == 64)
    #expect(try worker.run("learn", "--session", "day0").status == 64)
  }

  @Test("A second day is tested with what the first taught; the first alone is no test")
  func evaluated() throws {
    let worker = try worker()
    #expect(try worker.run("evaluate").output.contains("nothing to test on yet"))
    try worker.record("day1", day(1).events)
    let evaluated = try worker.run("evaluate")
    #expect(evaluated.status == 0, "\(evaluated.complaint)")
    #expect(evaluated.output.contains("1 day, each with what the days before taught: 11 episodes of 2 workflows"))
    #expect(try worker.run("evaluate", "--json").output.contains("\"actionsRight\""))
    #expect(try worker.run("evaluate", "--risk", "2").status == 64)
  }
}
