import Foundation
import Testing
import Trace

@Suite("understudy learn, workflows and map")
struct LearnCommandTests {
  private func worker() throws -> Worker {
    let worker = Worker()
    try worker.run("grant", "--browser", Tracker.origin, "--text", "--frames", "--yes")
    return worker
  }

  private func learned() throws -> Worker {
    let worker = try worker()
    var tracker = Tracker("s1")
    tracker.open(Tracker.orders)
    for row in Tracker.orders.rows.prefix(2) { tracker.enterOrder(row) }
    try worker.record("s1", tracker.events)
    return worker
  }

  @Test("Two rows that were shown are a program for all of them: listed, shown, drawn, planned for every row")
  func demonstration() throws {
    let worker = try learned()
    let learned = try worker.run("learn", "Take orders in")
    #expect(learned.status == 0, "\(learned.complaint)")
    #expect(
      learned.lines.prefix(6) == [
        "Take orders in", "  for each row of the file (number, amount):", "     1. Click “New order”",
        "     2. Fill “Number” with number", "     3. Fill “Amount” with amount", "     4. Click “Save”",
      ])
    #expect(try worker.run("workflows").output.contains("Take orders in\n  demonstrated, in about"))
    #expect(try worker.run("workflows", "show", "take orders").output.contains("for each row of the file"))
    let rows = worker.home.appending(path: "rows.csv")
    try Data("number,amount\nX-1,3.00\nX-2,4.00\nX-3,5.00\n".utf8).write(to: rows)
    let plan = try worker.run("perform", "Take orders in", "--with", rows.path, "--rehearse")
    #expect(plan.status == 0, "\(plan.complaint)")
    #expect(["X-1", "X-2", "X-3", "5.00"].allSatisfy(plan.output.contains), "\(plan.output)")
    let picture = worker.home.appending(path: "map.svg")
    #expect(try worker.run("workflows", "show", "Take orders in", "--svg", picture.path).status == 0)
    #expect(try String(contentsOf: picture, encoding: .utf8).contains("fill Number"))
  }

  @Test("A demonstration can be taken back, is gone with what it was made of, and needs steps and a free name")
  func takingBack() throws {
    let worker = try learned()
    #expect(try worker.run("learn", "Take orders in", "--from", "2027-01-01 10:00").status == 19)
    #expect(try worker.run("learn", "Take orders in").status == 0)
    #expect(try worker.run("learn", "Other", "--forget").status == 20)
    #expect(try worker.run("learn", "Take orders in", "--forget").status == 0)
    #expect(try worker.run("workflows", "show", "Take orders in").status == 20)
    #expect(try worker.run("learn", "Take orders in").status == 0)
    try worker.record("s2", 5, from: .now + 1)
    let taught = worker.home.appending(path: "config/taught.json")
    #expect(try String(contentsOf: taught, encoding: .utf8).contains("Take orders in"))
    #expect(try worker.run("forget", "--session", "s1", "--yes").status == 0)
    #expect(try worker.run("workflows", "show", "Take orders in").status == 20)
    #expect(try !String(contentsOf: taught, encoding: .utf8).contains("Take orders in"))
    #expect(try worker.run("forget", "--everything", "--yes").status == 0)
    #expect(!FileManager.default.fileExists(atPath: taught.path))
  }

  /// A day on which orders are entered and tickets closed by turns.
  private func day(_ number: Int) -> Tracker {
    var tracker = Tracker("day\(number)", day: number)
    for turn in 0..<6 {
      tracker.enterOrder(["N-\(number)\(turn)\(turn * 3)", "\(turn + 5).\(number)0"])
      if turn != 2 { tracker.closeTicket(10 * number + turn) }
    }
    return tracker
  }

  private func names(_ worker: Worker) throws -> [String] {
    try worker.run("workflows").lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("See one") }
  }

  @Test("What is corrected stays so for what is recorded later, and can be taken back")
  func corrections() throws {
    let worker = try worker()
    try worker.record("day0", day(0).events)
    let found = try names(worker)
    #expect(found.count == 2)
    let order = try #require(found.first { $0.contains("order") }, "\(found)")
    let ticket = try #require(found.first { $0 != order })
    #expect(try worker.run("workflows", "rename", order, "Take orders in").status == 0)
    #expect(try worker.run("workflows", "rename", "Take orders in", ticket).status == 64)
    #expect(try worker.run("workflows", "ignore", ticket).status == 0)
    #expect(try names(worker) == ["Take orders in"])
    try worker.record("day1", day(1).events)
    #expect(try names(worker) == ["Take orders in"])
    #expect(try worker.run("workflows").output.contains("done 12 times on 2 days"))
    #expect(try worker.run("workflows", "restore").status == 0)
    #expect(try Set(names(worker)) == ["Take orders in", ticket])
    #expect(try worker.run("workflows", "merge", "Take orders in", ticket).status == 0)
    #expect(try names(worker) == ["Take orders in"])
    #expect(try worker.run("workflows").output.contains("done 22 times on 2 days"))
    #expect(
      try worker.run("workflows", "split", "Take orders in", "--variant", "2", "--into", "Close tickets").status == 0)
    #expect(try Set(names(worker)) == ["Take orders in", "Close tickets"])
    #expect(try worker.run("workflows", "restore", "--all").status == 0)
    #expect(try Set(names(worker)) == Set(found))
  }

  @Test("A map shows what follows what: of recorded work, and of the log it was written to")
  func map() throws {
    let worker = try worker()
    try worker.record("day0", day(0).events)
    let files = ["log.xes", "log.csv", "log.json", "map.svg"].map { worker.home.appending(path: $0).path }
    let map = try worker.run(
      "map", "order", "--xes", files[0], "--csv", files[1], "--ocel", files[2], "--svg", files[3])
    #expect(map.status == 0, "\(map.complaint)")
    #expect(map.output.contains("  6 cases, 24 events, 4 activities, 1 variants"))
    #expect(map.output.contains("  fill Number → fill Amount: 6 times, 2 seconds in the middle"))
    #expect(map.output.contains("  ->( 'click New order', 'fill Number', 'fill Amount', 'click Save' )"))
    for file in files { #expect(FileManager.default.fileExists(atPath: file)) }
    for file in files.prefix(2) {
      #expect(try worker.run("map", "--log", file).lines.dropFirst() == map.lines.dropFirst(), "\(file)")
    }
    #expect(try worker.run("map", "--log", worker.home.path + "/none.xes").status == 21)
    #expect(try worker.run("map", "order", "--log", files[0]).status == 64)
  }

  @Test("Every event is part of a step, or it is said why it is none")
  func reasons() throws {
    let worker = try learned()
    let lines = try worker.run("review", "--why").lines
    let reasons = lines.filter { $0.hasPrefix("    → ") }
    #expect(reasons.count * 2 == lines.count)
    #expect(reasons[0] == "    → no step: it tells of circumstances and followed from no action")
    #expect(reasons[1] == "    → a step of work" && reasons[2] == "    → part of the step s1#1")
  }
}
