import Foundation
import Report
import Scripted
import Testing
import Trace

@Suite("The audit's promise")
struct PromiseTests {
  /// Work with exceptions that cannot be foreseen, in one to three of twenty invoices.
  @Test("Over fifty weeks, at most a tenth of what is carried out turns out wrong, at the risk of a tenth")
  func risk() throws {
    var (acted, wrong, rates) = (0, 0, [Double]())
    for seed in UInt64(1)...50 {
      let worker = ScriptedWorker(
        seed: seed, days: 4, mixture: [(.invoice, 7), (.address, 3), (.decision, 2), (.novel, 1)],
        exceptions: 0.05 * Double(1 + seed % 3))
      let audit = Audit.make(events: worker.events, days: worker.days, settings: AuditSettings(risk: 0.1, folds: 3))
      acted += audit.figures.acted
      wrong += audit.figures.wrong
      if let rate = audit.figures.errorRate { rates.append(rate) }
    }
    #expect(acted > 300)
    #expect(wrong > 0)
    #expect(rates.reduce(0, +) / Double(rates.count) <= 0.1)
    #expect(Double(wrong) / Double(acted) <= 0.1)
  }
}
