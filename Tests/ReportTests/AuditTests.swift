import Foundation
import Report
import Scripted
import Testing
import Trace

@Suite("An audit")
struct AuditTests {
  static let week = ScriptedWorker(seed: 1, days: 5)
  static let audit = Audit.make(events: week.events, days: week.days)

  @Test("Without work there is nothing to say, and it says so")
  func empty() {
    let audit = Audit.make(events: [], days: [])
    #expect(audit.days.isEmpty && audit.tests.isEmpty && audit.steps.isEmpty)
    #expect(audit.figures.carriedOut.fraction == nil)
    #expect(audit.interval == nil && audit.learnability == nil && audit.novelty.expected == nil)
  }

  @Test("On the first day nothing is tested")
  func oneDay() {
    let worker = ScriptedWorker(seed: 1, days: 1)
    let audit = Audit.make(events: worker.events, days: worker.days)
    #expect(audit.days.count == 1)
    #expect(audit.tests.isEmpty)
    #expect(!audit.workflows.isEmpty)
    #expect(audit.steps.allSatisfy { $0.fate == nil })
  }

  @Test("What was done on a day is new, known, recognised, predicted, carried out: each within the one before")
  func chain() {
    for test in Self.audit.tests {
      let figures = test.figures
      #expect(abs(figures.new.seconds + figures.known.seconds - figures.new.of) < 1e-6)
      #expect(figures.known.seconds >= figures.recognised.seconds)
      #expect(figures.recognised.seconds >= figures.predicted.seconds)
      #expect(figures.predicted.seconds >= figures.carriedOut.seconds)
    }
  }

  @Test("The fates of a day's steps add up to the day")
  func wholeDay() {
    for test in Self.audit.tests {
      #expect(abs(test.fates.reduce(0) { $0 + $1.share.seconds } - test.figures.new.of) < 1e-6)
    }
  }

  @Test("Every figure is the sum of the steps it points at")
  func evidence() {
    let seconds = Dictionary(uniqueKeysWithValues: Self.audit.steps.map { ($0.id, $0.seconds) })
    func isProven(_ share: Share) -> Bool {
      abs(share.evidence.reduce(0) { $0 + seconds[$1, default: .infinity] } - share.seconds) < 1e-6
        && Set(share.evidence).count == share.evidence.count
    }
    let all = Self.audit.tests.map(\.figures) + [Self.audit.figures] + Self.audit.workflows.compactMap(\.figures)
    for figures in all {
      #expect(isProven(figures.new) && isProven(figures.known) && isProven(figures.recognised))
      #expect(isProven(figures.predicted) && isProven(figures.carriedOut) && isProven(figures.carriedOutWrong))
    }
    for remainder in Self.audit.remainders { #expect(isProven(remainder.share)) }
    for fate in Self.audit.fates { #expect(isProven(fate.share)) }
  }

  @Test("The same input gives the same bytes")
  func bytes() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let again = Audit.make(events: Self.week.events, days: Self.week.days)
    let data = try encoder.encode(again)
    #expect(try encoder.encode(Self.audit) == data)
    #expect(try JSONDecoder().decode(Audit.self, from: data) == again)
  }

  /// `understudy-bench exposure --seeds 50` is the same over fifty.
  @Test(
    "A known mixture of work (60 % routine, 25 % judgement, 15 % new) is found again within five points, within the risk",
    arguments: [3, 7] as [UInt64])
  func mixture(seed: UInt64) {
    let mixture = KnownMixture(seed: seed)
    #expect(abs(mixture.routine.truth - 0.6) < 0.02 && abs(mixture.judgement.truth - 0.25) < 0.02)
    for share in [mixture.routine, mixture.judgement, mixture.new] { #expect(share.error < 0.05) }
    #expect(mixture.acted > 40 && mixture.errorRate <= 0.1)
    #expect(mixture.isWithoutLeak)
  }

  @Test("A decision that nothing seen decides is shown with alike cases and different choices side by side")
  func judgement() throws {
    let remainder = try #require(Self.audit.remainders.first { $0.fate == .judgement })
    #expect(remainder.cases.count >= 2)
    for pair in stride(from: 0, to: remainder.cases.count - 1, by: 2) {
      #expect(remainder.cases[pair].decision != remainder.cases[pair + 1].decision)
    }
  }

  @Test("What it would give away names each field, each column of a file, and how many values")
  func disclosure() throws {
    let kinds = Self.audit.disclosure.kinds
    let amount = try #require(kinds.first { $0.source == "invoices-#.csv" && $0.name == "amount" })
    #expect(amount.kind == .number)
    #expect(amount.values == 40)
    #expect(kinds.contains { $0.source == "https://office.example" && $0.name == "Address" })
  }

  @Test("Kinds of task seen once tell how much is new next: Good and Turing's estimate")
  func novelty() {
    let novelty = Self.audit.novelty
    let once = Self.week.truth.count { $0.task == .novel }
    #expect(novelty.once == once)
    #expect(novelty.episodes == Self.week.truth.count)
    #expect(novelty.expected == Double(once) / Double(Self.week.truth.count))
  }
}
