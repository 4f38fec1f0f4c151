import ArgumentParser
import Foundation
import Scripted

/// Whether the audit finds a worker's known mixture of work, keeps to its risk, and knows nothing of the future.
struct ExposureBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "The audit of a scripted worker whose mixture of work is known, over many seeds.",
    discussion: """
      60 % of the worker's time is routine, 25 % judgement (a choice that nothing seen decides: 0.97 bits), 15 % new, on
      ten days. For each seed: the shares that the audit finds beside the true ones; how often what it would have carried
      out at the stated risk turns out wrong, where some work has exceptions that nobody could foresee; and whether a
      day's figures stay the same to the last bit without the days after it, and with these turned round.

        understudy-bench exposure --seeds 50
      """)

  @Option(help: "How many seeds.") var seeds = 50
  @Option(help: "The highest share of what is carried out that may turn out wrong.") var risk = 0.1

  func run() async throws {
    print("seed  routine true/found  judgement      new            acted  wrong  future")
    var found: [KnownMixture] = []
    for seed in 1...UInt64(max(1, seeds)) {
      let mixture = KnownMixture(seed: seed, risk: risk)
      found.append(mixture)
      let shares = [mixture.routine, mixture.judgement, mixture.new].map {
        "\(percent($0.truth)) \(percent($0.found))".padding(toLength: 15, withPad: " ", startingAt: 0)
      }
      print(
        "\(seed)".padding(toLength: 6, withPad: " ", startingAt: 0) + shares.joined()
          + "     \(mixture.acted)    \(mixture.wrong)      \(mixture.isWithoutLeak ? "has no part" : "LEAKS")")
    }
    let errors = found.flatMap { [$0.routine.error, $0.judgement.error, $0.new.error] }
    let rates = found.map(\.errorRate)
    var summary = Summary()
    summary["seeds"] = found.count
    summary["risk"] = risk
    summary["worst_share_error"] = (errors.max() ?? 0).rounded(to: 4)
    summary["mean_share_error"] = (errors.reduce(0, +) / Double(max(1, errors.count))).rounded(to: 4)
    summary["mean_error_rate"] = (rates.reduce(0, +) / Double(max(1, rates.count))).rounded(to: 4)
    summary["pooled_error_rate"] =
      (Double(found.reduce(0) { $0 + $1.wrong }) / Double(max(1, found.reduce(0) { $0 + $1.acted }))).rounded(to: 4)
    summary["worst_error_rate"] = (rates.max() ?? 0).rounded(to: 4)
    summary["acted"] = found.reduce(0) { $0 + $1.acted }
    summary["wrong"] = found.reduce(0) { $0 + $1.wrong }
    summary["leaks"] = found.count { !$0.isWithoutLeak }
    print(try summary.json)
  }

  private func percent(_ share: Double) -> String { "\((share * 100).rounded(to: 1))" }
}
