import Distill
import Learn
import Report
import Trace

/// The exposure straight from its definition, with plain loops over the public interface of distilling and rehearsing.
/// It shares no code with the audit's own computation.
///
/// On day d, with everything before d frozen, a person asks for a workflow with its first step. The workflow takes over
/// at the first point at which its record says that it is sure enough. Where it asks, the person does the step; all the
/// rest counts as right where the person then did what it would have done.
struct SecondComputation {
  struct Day {
    var right = 0.0
    var wrong = 0.0
    var all = 0.0
    var acted = 0
    var failed = 0
  }

  /// A chance to take over: after how many steps, what it is like, and whether that would have been right.
  private struct Chance {
    var done: Int
    var workflow: String
    var situation: String
    var right: Bool

    var kind: String { workflow + "|" + situation }
  }

  private(set) var days: [Day] = []
  private let distiller = Distiller()
  private let tables: [(event: EventID, table: Table)]

  init(events everything: [Event], days calendar: [WorkDay], risk: Double) {
    let events = everything.filter { $0.agent == .person }
    var tables: [(EventID, Table)] = []
    for event in events { if case .signal(.opened(let table)) = event.occurrence { tables.append((event.id, table)) } }
    self.tables = tables

    var aim = risk
    var past: [Event] = []
    var isFirst = true
    for date in calendar {
      let today = events.filter { date.start <= $0.time && $0.time < date.end }
      let steps = distiller.reduce(today).steps
      if steps.isEmpty { continue }
      if !isFirst {
        let day = test(today, steps: steps, past: past, risk: aim)
        if day.acted > 0 { aim = min(1, max(0, aim + 0.1 * (risk - Double(day.failed) / Double(day.acted)))) }
        days.append(day)
      }
      isFirst = false
      past += today
    }
  }

  private func test(_ today: [Event], steps: [Step], past: [Event], risk: Double) -> Day {
    let learned = distiller.learn(from: past)
    let evidence = evidence(for: learned, past: past)
    var counts: [String: (right: Double, all: Double)] = [:]
    for episode in evidence { for chance in episode { Self.count(chance, in: &counts, by: 1) } }
    var sure: [[(sure: Double, right: Bool)]] = []
    for episode in evidence where !episode.isEmpty {
      var others = counts
      for chance in episode { Self.count(chance, in: &others, by: -1) }
      sure.append(episode.map { (Self.sureness(of: $0, in: others), $0.right) })
    }
    let level = Self.level(sure, risk: risk)

    var day = Day()
    let episodes = chances(learned, in: today)
    var seconds: [EventID: Double] = [:]
    var last: Double?
    for step in steps {
      let begins = episodes.contains { $0.episode.steps[0].id == step.id }
      let pause = last.map { max(0, step.time.seconds - $0) } ?? 0
      let time = min(60, (begins ? min(5, pause) : min(60, pause)) + step.duration)
      seconds[step.id] = time
      day.all += time
      last = max(last ?? 0, step.time.seconds + step.duration)
    }
    for (episode, trial, chances) in episodes {
      guard let level, let act = chances.first(where: { Self.sureness(of: $0, in: counts) >= level }), let trial else {
        continue
      }
      day.acted += 1
      if !act.right { day.failed += 1 }
      for place in act.done..<episode.steps.count {
        let time = seconds[episode.steps[place].id] ?? 0
        if !act.right {
          day.wrong += time
        } else if case .asked = trial.steps[place].fit {
          continue
        } else {
          day.right += time
        }
      }
    }
    return day
  }

  private static func count(_ chance: Chance, in counts: inout [String: (right: Double, all: Double)], by one: Double) {
    let old = counts[chance.kind] ?? (0, 0)
    counts[chance.kind] = (old.right + (chance.right ? one : 0), old.all + one)
  }

  private static func sureness(of chance: Chance, in counts: [String: (right: Double, all: Double)]) -> Double {
    let (right, all) = counts[chance.kind] ?? (0, 0)
    return (right + 0.5) / (all + 1)
  }

  /// The past in five stretches, cut where episodes begin, each tested with what the other four teach.
  private func evidence(for learned: Learned, past: [Event]) -> [[Chance]] {
    let starts = past.indices.filter { index in
      learned.distillation.episodes.contains { $0.steps[0].id == past[index].id }
    }
    let parts = min(5, starts.count)
    if parts < 2 { return [] }
    var found: [[Chance]] = []
    for part in 0..<parts {
      let from = part == 0 ? 0 : starts[part * starts.count / parts]
      let until = part == parts - 1 ? past.count : starts[(part + 1) * starts.count / parts]
      var rest: [Event] = []
      for (index, event) in past.enumerated() {
        if index < from || index >= until {
          rest.append(event)
        } else if case .signal(.opened) = event.occurrence {
          rest.append(event)
        }
      }
      let others = distiller.learn(from: rest)
      for (_, _, chances) in self.chances(others, in: Array(past[from..<until])) {
        found.append(
          chances.compactMap { chance in
            let own = others.workflows.first { $0.id == chance.workflow }?.episodes ?? []
            var best: (shared: Int, id: String) = (0, "")
            for workflow in learned.workflows {
              let shared = workflow.episodes.filter { own.contains($0) }.count
              if shared > best.shared || (shared == best.shared && shared > 0 && workflow.id < best.id) {
                best = (shared, workflow.id)
              }
            }
            if best.shared == 0 { return nil }
            var chance = chance
            chance.workflow = best.id
            return chance
          })
      }
    }
    return found
  }

  /// Every episode of the events, with what its workflow would have made of it and its chances to take over.
  private func chances(_ learned: Learned, in events: [Event]) -> [(episode: Episode, trial: Trial?, chances: [Chance])]
  {
    var results: [(Episode, Trial?, [Chance])] = []
    var latest: [String: Episode] = [:]
    for recognised in learned.recognise(events) {
      let episode = recognised.episode
      guard let workflow = learned.workflows.first(where: { $0.id == recognised.workflow }) else {
        results.append((episode, nil, []))
        continue
      }
      let open = tables.filter { $0.event < episode.id }.map(\.table)
      let trial = Rehearsal(of: workflow, tables: open, after: latest[workflow.id]).trial(along: episode.steps)
      latest[workflow.id] = episode
      var chances: [Chance] = []
      var done = 1
      while done < episode.steps.count {
        let (before, here) = (trial.steps[done - 1], trial.steps[done])
        if here.last != nil, here.hasPlan, here.strangers == before.strangers {
          var right = trial.isFinished
          for step in trial.steps[done...] where step.fit == .otherwise { right = false }
          chances.append(
            Chance(
              done: done, workflow: workflow.id,
              situation: "\(StepClass(episode.steps[done - 1]))|\(here.strangers > 0)", right: right))
        }
        done += 1
      }
      results.append((episode, trial, chances))
    }
    return results
  }

  /// The lowest confidence such that there, and at every higher one with at least nine acts (for a risk of a tenth),
  /// one more error than was seen stays within the risk.
  private static func level(_ past: [[(sure: Double, right: Bool)]], risk: Double) -> Double? {
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
