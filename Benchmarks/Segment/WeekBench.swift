import ArgumentParser
import Distill
import Foundation

/// How well episodes are found in unsegmented weeks, put together from logs of single tasks.
struct WeekBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Episodes found in generated weeks with interruptions, noise and broken-off work, over several seeds.")

  @Option(help: "A folder of logs with the columns Task and idx; those of a single task are used.") var logs: String
  @Option(help: "Days in the week.") var days = 5
  @Option(help: "Instances a day.") var perDay = 30
  @Option(help: "The share of instances that are interrupted by another one.") var interleave = 0.1
  @Option(help: "The share of rows that belong to no instance.") var noise = 0.05
  @Option(help: "The share of instances of which only a part is there.") var truncate = 0.05
  @Option(help: "The share of instances that lack their last row.") var dropSubmit = 0.0
  @Flag(help: "Begin in the middle of an instance.") var startInTheMiddle = false
  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "How many seeds, one after the other; the worst counts.") var seeds: UInt64 = 5

  func run() throws {
    let folder = URL(filePath: logs, directoryHint: .isDirectory)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".csv") }.sorted()
    let single = try files.map { try LabelledLog(file: folder.appending(path: $0)) }.filter { Set($0.tasks).count == 1 }
    var shape = GeneratedWeek.Shape()
    (shape.days, shape.perDay, shape.interleave, shape.noise) = (days, perDay, interleave, noise)
    (shape.truncate, shape.dropSubmit, shape.startsInTheMiddle) = (truncate, dropSubmit, startInTheMiddle)
    var scores: [SegmentationScore] = []
    var plainScores: [SegmentationScore] = []
    var events = 0
    var time = Duration.zero
    print("seed " + SegmentationScore.header)
    for seed in seed..<(seed + max(1, seeds)) {
      let log = GeneratedWeek(single, shape: shape, seed: seed).log
      let observations = log.observations
      var reading = WorkReading()
      time += ContinuousClock().measure { reading = WorkModel.learn(from: observations).reading }
      events += log.rows.count
      let plain = PlainCuts.episodes(of: log.rows)
      scores.append(
        SegmentationScore(truth: log.instances, tasks: log.tasks, found: reading.episodes, foundTasks: reading.tasks))
      plainScores.append(
        SegmentationScore(
          truth: log.instances, tasks: log.tasks, found: plain,
          foundTasks: Array(0..<((plain.compactMap(\.self).max() ?? 0) + 1))))
      print("\(seed)    " + (scores.last?.line("understudy") ?? ""))
      print("     " + (plainScores.last?.line("plain cuts") ?? ""))
    }
    var summary = Summary()
    for tolerance in 0...2 {
      summary["boundary_f1_\(tolerance)"] = worst(scores) { $0.boundaryF1[tolerance] }
    }
    summary["pair_f1"] = worst(scores) { $0.pairF1 }
    summary["ami"] = worst(scores) { $0.adjustedMutualInformation }
    summary["ari"] = worst(scores) { $0.adjustedRand }
    summary["boundary_f1_2_mean"] = mean(scores) { $0.boundaryF1[2] }
    summary["pair_f1_mean"] = mean(scores) { $0.pairF1 }
    summary["ami_mean"] = mean(scores) { $0.adjustedMutualInformation }
    summary["events"] = events
    summary["seed"] = seed
    summary["seeds"] = seeds
    summary["ms_per_event"] = (time.seconds * 1000 / Double(max(1, events))).rounded(to: 4)
    summary["peer"] = "a cut after each row that names something sent or saved"
    summary["peer_boundary_f1_2"] = worst(plainScores) { $0.boundaryF1[2] }
    summary["peer_pair_f1"] = worst(plainScores) { $0.pairF1 }
    print(try summary.json)
  }

  private func worst(_ scores: [SegmentationScore], _ figure: (SegmentationScore) -> Double) -> Double {
    (scores.map(figure).min() ?? 0).rounded(to: 4)
  }

  private func mean(_ scores: [SegmentationScore], _ figure: (SegmentationScore) -> Double) -> Double {
    (scores.map(figure).reduce(0, +) / Double(max(1, scores.count))).rounded(to: 4)
  }
}
