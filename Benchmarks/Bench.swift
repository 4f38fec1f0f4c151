import ArgumentParser

/// Measures Understudy, each time beside a peer or a baseline of the same run.
///
/// Every benchmark prints a readable table and, as its last line, one JSON object.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understudy-bench",
    abstract: "Measures Understudy, each time beside a peer or a baseline of the same run.",
    subcommands: [
      JournalBench.self, CaptureBench.self, PerformBench.self, MineBench.self, LogBench.self, RedactBench.self,
      LocateBench.self, LearnabilityBench.self, TransformBench.self, SegmentBench.self, WeekBench.self,
      DistilBench.self, DocumentBench.self, ExposureBench.self, LoopBench.self, MiniWobBench.self,
    ])
}
