import Distill
import Foundation
import Learn
import Report
import Testing
import Trace

/// The exposure figure, computed a second time and in another way: straight from its definition, with plain loops over
/// the public interface of distilling and rehearsing. It shares no code with the audit's own computation.
@Suite("The exposure figure, computed a second time")
struct ExposureTests {
  @Test("Comes to the same", arguments: [1, 2, 3] as [UInt64])
  func same(seed: UInt64) throws {
    let worker = ScriptedWorker(seed: seed, days: 4)
    let audit = Audit.make(events: worker.events, days: worker.days)
    let second = SecondComputation(worker: worker, risk: 0.1)
    for (test, day) in zip(audit.tests, second.days) {
      #expect(abs(test.figures.carriedOut.seconds - day.right) < 1e-6)
      #expect(abs(test.figures.carriedOutWrong.seconds - day.wrong) < 1e-6)
      #expect(abs(test.figures.carriedOut.of - day.all) < 1e-6)
      #expect(test.figures.acted == day.acted)
      #expect(test.figures.wrong == day.failed)
    }
    #expect(second.days.count == audit.tests.count)
    let right = second.days.reduce(0) { $0 + $1.right }
    let all = second.days.reduce(0) { $0 + $1.all }
    #expect(abs(try #require(audit.figures.carriedOut.fraction) - right / all) < 1e-9)
    #expect(right > 0)
  }
}

/// From the definition: on day d, with everything before d frozen, a workflow takes over at the first point of an
/// episode at which it can go on alone and its record says that it is sure enough; the time after that point counts as
/// right where all that the person then did is what it would have done.
private struct SecondComputation {
  struct Day {
    var right = 0.0
    var wrong = 0.0
    var all = 0.0
    var acted = 0
    var failed = 0
  }

  var days: [Day] = []

  init(worker: ScriptedWorker, risk: Double) {
    let distiller = Distiller()
    func events(_ number: Int) -> [Event] {
      worker.events.filter { worker.days[number].start <= $0.time && $0.time < worker.days[number].end }
    }
    let tables = worker.events.compactMap { event -> (EventID, Table)? in
      if case .signal(.opened(let table)) = event.occurrence { (event.id, table) } else { nil }
    }

    // The second day goes by the first one's episodes, each fifth of them tested with what the others teach.
    var past: [[(sure: Double, right: Bool)]] = []
    let firstDay = distiller.distill(events(0)).episodes
    for part in 0..<5 {
      var heldOut: Set<EventID> = []
      for (number, episode) in firstDay.enumerated() where number % 5 == part {
        for step in episode.steps { heldOut.formUnion(step.events) }
      }
      let learned = distiller.learn(from: events(0).filter { !heldOut.contains($0.id) })
      var record = Record()
      for result in Self.tries(learned, on: events(0), tables, &record) where heldOut.contains(result.episode.id) {
        if !result.points.isEmpty { past.append(result.points.map { ($0.sure, $0.right) }) }
      }
    }

    var record = Record()
    var aim = risk
    for number in 1..<worker.days.count {
      let learned = distiller.learn(from: (0..<number).flatMap(events))
      let level = Self.level(past, risk: aim)
      var day = Day()

      let results = Self.tries(learned, on: events(number), tables, &record)
      var seconds: [EventID: Double] = [:]
      var last: Double?
      for step in distiller.reduce(events(number)).steps {
        let isFirst = results.contains { $0.episode.steps[0].id == step.id }
        let pause = last.map { max(0, step.time.seconds - $0) } ?? 0
        seconds[step.id] = min(60, (isFirst ? min(5, pause) : pause) + step.duration)
        last = step.time.seconds + step.duration
      }
      for time in seconds.values { day.all += time }

      for result in results {
        if !result.points.isEmpty { past.append(result.points.map { ($0.sure, $0.right) }) }
        guard let level, let act = result.points.first(where: { $0.sure >= level }) else { continue }
        day.acted += 1
        if !act.right { day.failed += 1 }
        for step in result.episode.steps[act.done...] {
          if act.right { day.right += seconds[step.id] ?? 0 } else { day.wrong += seconds[step.id] ?? 0 }
        }
      }
      if day.acted > 0 { aim = min(1, max(0, aim + 0.1 * (risk - Double(day.failed) / Double(day.acted)))) }
      days.append(day)
    }
  }

  /// How often going on was right: on the episodes learned from, and on days that came after.
  struct Record {
    var seen: [String: (right: Double, all: Double)] = [:]
  }

  struct Result {
    var episode: Episode
    var points: [(done: Int, sure: Double, right: Bool)]
  }

  /// All that could be tried on a day, with how sure the record of before the day was.
  static func tries(
    _ learned: Learned, on events: [Event], _ tables: [(EventID, Table)], _ record: inout Record
  ) -> [Result] {
    func outcomes(_ workflow: Workflow, _ episode: Episode, _ before: Episode?) -> [(
      done: Int, key: String, right: Bool
    )] {
      let open = tables.filter { $0.0 < episode.id }.map(\.1)
      let rehearsal = Rehearsal(of: workflow, tables: open, after: before)
      var found: [(done: Int, key: String, right: Bool)] = []
      var strangers = 0
      var done = 1
      while done < episode.steps.count {
        let outlook = rehearsal.outlook(after: Array(episode.steps[0..<done]))
        let more = outlook.strangers > strangers
        strangers = outlook.strangers
        if !more, outlook.last != nil, !outlook.planned.isEmpty, outlook.planned.allSatisfy({ $0.openQuestion == nil })
        {
          let key = "\(workflow.id)|\(StepClass(episode.steps[done - 1]))|\(strangers > 0)"
          found.append((done, key, outlook.isCarriedOut(by: Array(episode.steps[done...]))))
        }
        done += 1
      }
      return found
    }

    var fit: [String: (right: Double, all: Double)] = [:]
    var latest: [String: Episode] = [:]
    for episode in learned.distillation.episodes {
      for workflow in learned.workflows {
        for outcome in outcomes(workflow, episode, latest[workflow.id]) {
          let old = fit[outcome.key] ?? (0, 0)
          fit[outcome.key] = (old.right + (outcome.right ? 1 : 0), old.all + 1)
        }
      }
      for workflow in learned.workflows where workflow.episodes.contains(episode.id) { latest[workflow.id] = episode }
    }
    for key in record.seen.keys {
      let old = record.seen[key] ?? (0, 0)
      record.seen[key] = (old.right / 2, old.all / 2)
    }
    let before = record.seen

    var results: [Result] = []
    latest = [:]
    for recognised in learned.recognise(events) {
      var points: [Int: (sure: Double, right: Bool)] = [:]
      for workflow in learned.workflows {
        for outcome in outcomes(workflow, recognised.episode, latest[workflow.id]) {
          let (fitRight, fitAll) = fit[outcome.key] ?? (0, 0)
          let (right, all) = before[outcome.key] ?? (0, 0)
          let sure = (right + (fitRight + 0.5) / (fitAll + 2)) / (all + 1)
          if sure > points[outcome.done]?.sure ?? 0 { points[outcome.done] = (sure, outcome.right) }
          let old = record.seen[outcome.key] ?? (0, 0)
          record.seen[outcome.key] = (old.right + (outcome.right ? 1 : 0), old.all + 1)
        }
      }
      if let workflow = recognised.workflow { latest[workflow] = recognised.episode }
      let sorted = points.keys.sorted().map { done in (done, points[done]?.sure ?? 0, points[done]?.right ?? false) }
      results.append(Result(episode: recognised.episode, points: sorted))
    }
    return results
  }

  /// The lowest confidence such that there, and at every higher one with at least nine acts (for a risk of a tenth),
  /// one more error than was seen stays within the risk.
  static func level(_ past: [[(sure: Double, right: Bool)]], risk: Double) -> Double? {
    var needed = 0
    while 1 > risk * Double(needed + 1) + 1e-9 { needed += 1 }
    var levels: [Double] = []
    for chance in past { for point in chance where !levels.contains(point.sure) { levels.append(point.sure) } }
    levels.sort()
    levels.reverse()
    var lowest: Double?
    var spoilt = [Bool](repeating: false, count: past.count)
    for level in levels {
      var acts = 0
      for number in past.indices {
        for point in past[number] where point.sure >= level {
          acts += 1
          if !point.right { spoilt[number] = true }
          break
        }
      }
      if acts < needed { continue }
      let errors = spoilt.count { $0 }
      if Double(errors + 1) > risk * Double(acts + 1) + 1e-9 { break }
      lowest = level
    }
    return lowest
  }
}
