import Report
import Scripted
import Testing
import Trace

@Suite("What was learned, tested on work that it was not learned from")
struct EvaluationTests {
  @Test("Routine is foreseen step by step; what the worker decides is asked, as often as it was decided")
  func routineAndJudgement() throws {
    let worker = ScriptedWorker(seed: 3, days: 4, mixture: [(.invoice, 6), (.decision, 4)])
    let evaluation = Evaluation.make(events: worker.events, days: worker.days)
    let decisions = worker.truth.count { $0.task == .decision && $0.day > 0 }
    let invoices = worker.truth.count { $0.task == .invoice && $0.day > 0 }
    #expect(evaluation.days == Array(worker.days.dropFirst()))
    #expect(evaluation.whole.episodes == decisions + invoices)
    #expect(evaluation.unrecognised == 0)
    // After the first: three fields and “Save” of an invoice, the decision and “Save” of an approval.
    #expect(evaluation.whole.steps == 4 * invoices + 2 * decisions)
    #expect(evaluation.whole.action == 1)
    #expect(evaluation.whole.element == 1)
    #expect(evaluation.whole.argument == 1)
    #expect(evaluation.whole.asked == decisions)
    #expect(evaluation.whole.questions.values.reduce(0, +) == decisions)
    #expect(evaluation.whole.episodesRight == evaluation.whole.episodes)
    #expect(evaluation.whole.overreach == 0)
    #expect(evaluation.workflows.map(\.steps).reduce(0, +) == evaluation.whole.steps)
  }

  @Test("A step that nothing foretold is another action than was expected, and the work before it is right")
  func exceptions() {
    let worker = ScriptedWorker(seed: 4, days: 4, mixture: [(.invoice, 10)], exceptions: 0.1)
    let evaluation = Evaluation.make(events: worker.events, days: worker.days)
    let notes = worker.events.count {
      $0.element?.name == "Note" && $0.time >= worker.days[1].start
    }
    #expect(notes > 0)
    #expect(evaluation.whole.steps - evaluation.whole.actionsRight <= notes)
    #expect(evaluation.whole.episodesRight >= evaluation.whole.episodes - notes)
    #expect(evaluation.whole.episodesRight < evaluation.whole.episodes)
  }

  @Test("It acts as often, and as often wrongly, as the audit of the same days says")
  func sameAsAudit() {
    let worker = ScriptedWorker(seed: 8, days: 5, exceptions: 0.1)
    let evaluation = Evaluation.make(events: worker.events, days: worker.days, risk: 0.1)
    let audit = Audit.make(events: worker.events, days: worker.days, settings: AuditSettings(risk: 0.1))
    #expect(evaluation.whole.acted == audit.figures.acted)
    #expect(evaluation.whole.actedWrong == audit.figures.wrong)
  }

  @Test("Over ten weeks it is at least as often right as it says, and with many cases just as often")
  func reliability() {
    var bands: [Double: (said: Double, right: Int, points: Int)] = [:]
    for seed in UInt64(1)...10 {
      let worker = ScriptedWorker(seed: seed, days: 4, exceptions: 0.15)
      for band in Evaluation.make(events: worker.events, days: worker.days).reliability {
        let sum = bands[band.from] ?? (0, 0, 0)
        bands[band.from] = (
          sum.said + band.said * Double(band.points), sum.right + band.right, sum.points + band.points
        )
      }
    }
    let large = bands.values.filter { $0.points >= 100 }
    #expect(!large.isEmpty)
    for band in large {
      let (said, right) = (band.said / Double(band.points), Double(band.right) / Double(band.points))
      // From few cases it says less than it could.
      #expect(right >= said - 0.05, "said \(said), right \(right) of \(band.points)")
      if band.points >= 1000 { #expect(abs(said - right) < 0.05, "said \(said), right \(right) of \(band.points)") }
    }
  }

  @Test("One day alone gives a sentence, not figures")
  func oneDay() {
    let worker = ScriptedWorker(seed: 1, days: 1)
    let evaluation = Evaluation.make(events: worker.events, days: worker.days)
    #expect(evaluation.whole.episodes == 0)
    #expect(evaluation.text() == "There is one day of work: nothing to test on yet. Come back after a second one.\n")
  }
}
