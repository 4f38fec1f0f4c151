import ArgumentParser
import Distill
import Foundation

/// How well the episodes of a log are found, which says of each row to which task and instance it belongs.
struct SegmentBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Episodes found in a log of actions against the true ones, beside cuts after what names something sent.")

  @Option(help: "A log of comma-separated values with the columns Task and idx, gzipped or not.") var log: String

  func run() throws {
    let log = try LabelledLog(file: URL(filePath: self.log))
    let observations = log.observations
    var reading = WorkReading()
    let time = ContinuousClock().measure { reading = WorkModel.learn(from: observations).reading }
    let score = SegmentationScore(
      truth: log.instances, tasks: log.tasks, found: reading.episodes, foundTasks: reading.tasks)
    var plain: [Int?] = []
    let plainTime = ContinuousClock().measure { plain = PlainCuts.episodes(of: log.rows) }
    let plainScore = SegmentationScore(
      truth: log.instances, tasks: log.tasks, found: plain,
      foundTasks: Array(0..<((plain.compactMap(\.self).max() ?? 0) + 1)))
    print(SegmentationScore.header)
    print(score.line("understudy"))
    print(plainScore.line("plain cuts"))
    var summary = score.summary
    summary["segments"] = reading.tasks.count
    summary["segments_true"] = Set(log.instances).count
    summary["clusters"] = Set(reading.tasks.compactMap { $0 }).count
    summary["events"] = log.rows.count
    summary["ms_per_event"] = (time.seconds * 1000 / Double(max(1, log.rows.count))).rounded(to: 4)
    summary["peer"] = "a cut after each row that names something sent or saved"
    summary["peer_boundary_f1_2"] = plainScore.boundaryF1[2].rounded(to: 4)
    summary["peer_ms_per_event"] = (plainTime.seconds * 1000 / Double(max(1, log.rows.count))).rounded(to: 4)
    print(try summary.json)
  }
}

extension SegmentationScore {
  static let header = "                F1 ±0   F1 ±1   F1 ±2   pairs     AMI     ARI  WindowDiff"

  func line(_ name: String) -> String {
    let figures = boundaryF1 + [pairF1, adjustedMutualInformation, adjustedRand, windowDiff]
    return name.padding(toLength: 13, withPad: " ", startingAt: 0)
      + figures.map { String(format: "%8.3f", $0) }.joined()
  }

  var summary: Summary {
    var summary = Summary()
    for (tolerance, value) in boundaryF1.enumerated() { summary["boundary_f1_\(tolerance)"] = value.rounded(to: 4) }
    summary["pair_f1"] = pairF1.rounded(to: 4)
    summary["ami"] = adjustedMutualInformation.rounded(to: 4)
    summary["ari"] = adjustedRand.rounded(to: 4)
    summary["window_diff"] = windowDiff.rounded(to: 4)
    return summary
  }
}
