import ArgumentParser
import Exchange
import Foundation
import Trace

/// Writes a generated log, for `mine`.
struct LogBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Writes a log made from a seed as XES, for the benchmark mine.",
    discussion: """
      The defaults make a million events like those of a back office. A log that is rich in variants:
      understudy-bench log --events 262200 --variants 4366 --activities 36 --length 30 --output rich.xes
      """)

  @Option(help: "Events in all.") var events = 1_000_000
  @Option(help: "Distinct sequences of activities.") var variants = 6_567
  @Option(help: "Kinds of activities.") var activities = 26
  @Option(help: "Events of a case, about.") var length = 12.0
  @Option(help: "Share of variants with a slip.") var noise = 0.02
  @Option(help: "Seed of the log.") var seed: UInt64 = 1
  @Option(help: "The file to write.") var output: String

  func run() throws {
    let generated = GeneratedLog(
      events: events, variants: variants, activities: activities, length: length, noise: noise, seed: seed)
    let log = generated.log
    let url = URL(filePath: output)
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
      throw ValidationError("“\(output)” cannot be written. Give another path with --output.")
    }
    let file = try FileHandle(forWritingTo: url)
    try log.writeXES { try file.write(contentsOf: $0) }
    try file.close()
    print("\(log.events.count) events of \(log.traces.count) cases in \(output)")
  }
}
