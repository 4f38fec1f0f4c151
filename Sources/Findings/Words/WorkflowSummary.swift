import Distill
import Foundation
public import Trace

/// A workflow in a few lines, for a terminal.
public struct WorkflowSummary {
  private let workflow: Workflow
  private let episodes: [Episode]

  private let isDemonstrated: Bool

  public init(_ workflow: Workflow, in past: Past) {
    self.workflow = workflow
    episodes = past.episodes(of: workflow)
    isDemonstrated = past.isDemonstrated(workflow)
  }

  /// How often, how long, which parameters, which variants.
  public var lines: [String] {
    let days = Set(episodes.map { $0.start.localDay })
    var lines = [
      isDemonstrated
        ? "demonstrated, in about \(Self.duration(median)), \(workflow.program.steps.count) steps"
        : "done \(episodes.count) times on \(days.count) \(days.count == 1 ? "day" : "days"), "
          + "about \(Self.duration(median)) each, \(workflow.program.steps.count) steps"
    ]
    if !workflow.parameters.isEmpty {
      lines.append("needs " + workflow.parameters.map(\.name).joined(separator: ", "))
    }
    if let first = workflow.variants.first, workflow.variants.count > 1, !episodes.isEmpty {
      let share = Double(first.episodes.count) / Double(workflow.variants.reduce(0) { $0 + $1.episodes.count })
      lines.append(
        "\(workflow.variants.count) variants; the usual one in \(share.formatted(.percent.precision(.fractionLength(0))))"
      )
    }
    return lines
  }

  public var variantLines: [String] {
    workflow.variants.enumerated().flatMap { number, variant in
      ["\(number + 1). \(variant.episodes.count) times\(variant.condition.map { ", when \($0)" } ?? "")"]
        + variant.steps.map { "     \($0)" }
    }
  }

  public var evidenceLines: [String] {
    episodes.map { "\($0.start.localTime)  \($0.steps.count) steps, \($0.id)" }
  }

  private var median: Double {
    let durations = episodes.map { $0.end.seconds(since: $0.start) }.sorted()
    return durations.isEmpty ? 0 : durations[durations.count / 2]
  }

  public static func line(for parameter: Parameter) -> String {
    var line = "\(parameter.name) (\(parameter.kind.rawValue))"
    if let column = parameter.column { line += ", the column “\(column)” of the file" }
    if parameter.isJudgement { line += ", decided by you each time" }
    if let example = parameter.examples.first { line += ", for example “\(example)”" }
    return line
  }

  public static func duration(_ seconds: Double) -> String {
    seconds < 90
      ? "\(Int(seconds.rounded())) seconds"
      : "\((seconds / 60).formatted(.number.precision(.fractionLength(0...1)))) minutes"
  }
}

extension Moment {
  /// The day on this machine's calendar.
  public var localDay: String { String(localTime.prefix(10)) }
}
