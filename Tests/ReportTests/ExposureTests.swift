import Foundation
import Report
import Scripted
import Testing
import Trace

/// The exposure figure, computed a second time and in another way (``SecondComputation``).
@Suite("The exposure figure, computed a second time")
struct ExposureTests {
  @Test("Comes to the same", arguments: [1, 2, 3] as [UInt64])
  func same(seed: UInt64) throws {
    let worker = ScriptedWorker(seed: seed, days: 4)
    let audit = Audit.make(events: worker.events, days: worker.days)
    try compare(audit, with: SecondComputation(events: worker.events, days: worker.days, risk: 0.1))
  }

  /// `make demo-check` exports what the demo recorded and keeps what `understudy audit --json` said of it.
  @Test(
    "Comes to the same on the demo's recorded week, as the command said it",
    .enabled(if: DemoWeek.isThere, "Run by `make demo-check`, after `make demo`."))
  func demo() throws {
    let week = try DemoWeek.read()
    #expect(week.audit.tests.count >= 4)
    try compare(
      week.audit,
      with: SecondComputation(events: week.events, days: week.audit.days, risk: week.audit.settings.risk))
  }

  /// The ends of steps are kept to the microsecond: so much may their sums differ, in seconds.
  private static let rounding = 1e-4

  private func compare(_ audit: Audit, with second: SecondComputation) throws {
    for (test, day) in zip(audit.tests, second.days) {
      #expect(abs(test.figures.carriedOut.seconds - day.right) < Self.rounding)
      #expect(abs(test.figures.carriedOutWrong.seconds - day.wrong) < Self.rounding)
      #expect(abs(test.figures.carriedOut.of - day.all) < Self.rounding)
      #expect(test.figures.acted == day.acted)
      #expect(test.figures.wrong == day.failed)
    }
    #expect(second.days.count == audit.tests.count)
    let right = second.days.reduce(0) { $0 + $1.right }
    let all = second.days.reduce(0) { $0 + $1.all }
    #expect(abs(try #require(audit.figures.carriedOut.fraction) - right / all) < 1e-7)
    #expect(right > 0)
  }
}

/// What the demo left: its events as exported, and its audit as printed.
private struct DemoWeek {
  var events: [Event]
  var audit: Audit

  private static func path(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  static var isThere: Bool { path("UNDERSTUDY_DEMO_EVENTS") != nil && path("UNDERSTUDY_DEMO_AUDIT") != nil }

  static func read() throws -> DemoWeek {
    func decode<Value: Decodable>(_ name: String) throws -> Value {
      try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(filePath: try #require(path(name)))))
    }
    return DemoWeek(events: try decode("UNDERSTUDY_DEMO_EVENTS"), audit: try decode("UNDERSTUDY_DEMO_AUDIT"))
  }
}
