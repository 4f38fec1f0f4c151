import ArgumentParser
import Exchange
import Foundation
import Learn
import Trace

/// How well the next step of a log can be foreseen, each step predicted before it is learned from.
struct LearnabilityBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learnability",
    abstract: "How well the next step can be foreseen, beside a plain back-off count model of the same order.")

  @Option(help: "A log as CSV, one action a row, gzipped or not.") var log: String
  @Option(name: .customLong("case"), help: "The column that tells cases apart; else the log is one stream.")
  var caseColumn: String?
  @Option(help: "How many steps back are looked at.") var order = 6

  func run() throws {
    let file = URL(filePath: log)
    let data = try Data(contentsOf: file).gunzipped(limit: 1 << 30)
    let table = try Table(csv: data, named: file.lastPathComponent)
    let sequences = UserInterfaceLog(table, caseColumn: caseColumn).sequences
    var own = Foresight()
    var plain = Foresight()
    var model = CountModel<String>(order: order)
    var baseline = BackOff(order: order)
    var sets = PredictionSets(coverage: 0.9)
    for sequence in sequences {
      var history: [String] = []
      for symbol in sequence {
        let prediction = model.predict(after: history)
        let isHit = sets.set(from: prediction).contains(symbol)
        sets.note(isHit)
        own.note(
          symbol, prediction.ranked.map { ($0.symbol, $0.probability) }, unseen: prediction.unseen, isCovered: isHit)
        model.learn(symbol, after: history)
        let simple = baseline.predict(after: history)
        plain.note(symbol, simple.dropLast(), unseen: simple.last?.probability ?? 1, isCovered: false)
        baseline.learn(symbol, after: history)
        history.append(symbol)
        if history.count > order { history.removeFirst() }
      }
    }
    print("\(own.count) steps of \(Set(sequences.joined()).count) classes, order \(order)")
    print("            top 1   top 3   bits    accuracy at 90 %  share at 90 %")
    print("mixed       \(own.line)")
    print("back-off    \(plain.line)")
    print("Sets said to hold the next step in 90 % of cases held it in \((own.covered * 100).rounded(to: 1)) %.")
    var summary = Summary()
    summary["top1"] = own.top1
    summary["top3"] = own.top3
    summary["bits_per_event"] = own.bits
    summary["accuracy_at_90"] = own.accuracyAt90
    summary["share_at_90"] = own.shareAt90
    summary["coverage_90"] = own.covered
    summary["peer"] = "back-off count model, escapes by method C"
    summary["peer_top1"] = plain.top1
    summary["peer_bits_per_event"] = plain.bits
    print(try summary.json)
  }
}

/// How predictions turned out.
private struct Foresight {
  private(set) var count = 0
  private var first = 0
  private var third = 0
  private var surprise = 0.0
  private var sure = 0
  private var sureAndRight = 0
  private var held = 0

  mutating func note(
    _ symbol: String, _ ranked: some Collection<(symbol: String, probability: Double)>, unseen: Double, isCovered: Bool
  ) {
    count += 1
    let top = ranked.first
    if top?.symbol == symbol { first += 1 }
    if ranked.prefix(3).contains(where: { $0.symbol == symbol }) { third += 1 }
    surprise -= log2(ranked.first { $0.symbol == symbol }?.probability ?? unseen)
    if let top, top.probability >= 0.9 {
      sure += 1
      if top.symbol == symbol { sureAndRight += 1 }
    }
    if isCovered { held += 1 }
  }

  private func share(_ part: Int, of whole: Int) -> Double { (Double(part) / Double(max(1, whole))).rounded(to: 4) }

  var top1: Double { share(first, of: count) }
  var top3: Double { share(third, of: count) }
  var bits: Double { (surprise / Double(max(1, count))).rounded(to: 4) }
  var accuracyAt90: Double { share(sureAndRight, of: sure) }
  var shareAt90: Double { share(sure, of: count) }
  var covered: Double { share(held, of: count) }

  var line: String {
    [top1, top3, bits, accuracyAt90].map { "\($0)".padding(toLength: 8, withPad: " ", startingAt: 0) }.joined()
      + "          \(shareAt90)"
  }
}
