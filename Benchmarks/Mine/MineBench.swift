import ArgumentParser
import Distill
import Exchange
import Foundation
import Trace

/// How fast a log is read and mined, beside the field's own libraries on the same file.
struct MineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mine",
    abstract: "Reads a log from XES and mines it, beside r4pm, pm4py and polars.",
    discussion: """
      Every step is run several times in turn, and the best time counts, for the peers likewise. Make a log with
      understudy-bench log, and the peers' environment with Benchmarks/setup.
      """)

  @Option(help: "The log, an XES file.") var log: String
  @Option(help: "The share of noise that the inductive miner leaves out (IMf); 0 for IM.") var noise = 0.0
  @Option(help: "How often each step is run.") var runs = 3
  @Option(help: "The Python of the peers' environment.") var python = ".venv-bench/bin/python"
  @Option(help: "The script that runs the peers.") var peers = "Benchmarks/Mine/peers.py"
  @Flag(help: "Leave the peers out.") var alone = false

  func run() throws {
    let figures = try Mining(file: URL(filePath: log), noise: noise, runs: runs)
    print("Understudy: \(figures.table)")
    var summary = Summary()
    for (key, value) in figures.values { summary[key] = value }
    for peer in ["r4pm", "pm4py", "polars"] where !alone {
      let answer = try MiningPeer(python: python, script: peers, log: log, noise: noise, runs: runs).run(peer)
      guard let answer else {
        print("\(peer): missing (Benchmarks/setup installs it)")
        summary["\(peer)_missing"] = true
        continue
      }
      print("\(peer): \(answer.table)")
      for (key, value) in answer.values { summary["\(peer)_\(key)"] = value }
      if let tree = answer.tree { summary["\(peer)_tree_equal"] = tree == figures.tree }
    }
    print(try summary.json)
  }
}
