import ArgumentParser
import Distill
import Foundation
import Trace

/// How long it takes to find episodes and workflows in much recorded work, and how much memory.
struct DistilBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distil",
    abstract: "Distils generated work of growing length: events to steps, episodes, workflows and programs.",
    discussion: """
      Beside it in the same run: how long it takes to write the same events as JSON. The processor's time is given too:
      on a machine that others use it tells more. The memory is that of the whole process, with the events themselves;
      for figures of one length give one.
      """)

  @Option(name: .customLong("events"), parsing: .upToNextOption, help: "How many events.") var counts = [
    10_000, 100_000,
  ]
  @Option(help: "Seed of the work.") var seed: UInt64 = 1

  func run() throws {
    var summary = Summary()
    print("   events    seconds     CPU s  reduce s  as JSON s  steps   episodes  workflows  peak MB")
    for count in counts {
      let events = GeneratedWork(events: count, seed: seed).events
      let clock = ContinuousClock()
      var steps = 0
      let reducing = clock.measure { steps = Distiller().reduce(events).steps.count }
      var found = Distillation()
      let start = ProcessCost.processorSeconds()
      let distilling = clock.measure { found = Distiller().distill(events) }
      let processor = ProcessCost.processorSeconds() - start
      // Of what is kept until here: what the JSON takes is its own.
      let peak = try ProcessCost.peakMegabytes()
      let writing = try clock.measure { for event in events { _ = try JSONEncoder().encode(event) } }
      let cells = [
        "\(count)", "\(distilling.seconds.rounded(to: 3))", "\(processor.rounded(to: 3))",
        "\(reducing.seconds.rounded(to: 3))",
        "\(writing.seconds.rounded(to: 3))", "\(steps)", "\(found.episodes.count)", "\(found.workflows.count)",
        "\(peak)",
      ]
      print(cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined(separator: " "))
      summary["seconds_\(count)"] = distilling.seconds.rounded(to: 4)
      summary["cpu_seconds_\(count)"] = processor.rounded(to: 4)
      summary["workflows_\(count)"] = found.workflows.count
      summary["peer_json_seconds_\(count)"] = writing.seconds.rounded(to: 4)
      summary["peak_mb_\(count)"] = peak
    }
    summary["seed"] = seed
    print(try summary.json)
  }
}
