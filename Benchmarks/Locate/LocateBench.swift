import ArgumentParser
import Exchange
import Foundation
import Learn
import Trace

/// How often an element is found again after its site changed, how often a wrong one is taken for it, and how often the
/// locator says that it does not know.
struct LocateBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: "Elements found again after their site changed, beside a plain weighted sum of similarities.",
    discussion: """
      Each element is also looked for in its page without it: how often another one is taken for it then. Many of those
      stand around it or in it, and say the same.
      """)

  @Option(help: "A folder with one file of JSON lines a site, gzipped or not.") var sites: String

  func run() throws {
    let folder = URL(filePath: sites, directoryHint: .isDirectory)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".jsonl") }
      .sorted()
    var all = Lookups()
    var plain = Lookups()
    var timings = Timings()
    var taken = 0
    print("site                 candidates  elements  relocated  wrong  abstained")
    for name in names {
      let data = try Data(contentsOf: folder.appending(path: name)).gunzipped(limit: 1 << 30)
      let site = try Site(name: String(name.prefix { $0 != "." }), lines: data)
      var own = Lookups()
      for (element, answer) in site.targets {
        var location = Location.absent
        // Made ready anew each time: what it costs to look up a single element in a page.
        timings.add(ContinuousClock().measure { location = Locator(examples: [element]).locate(in: site.candidates) })
        own.add(location.index, answer: answer)
        var without = site.candidates
        without.remove(at: answer)
        if Locator(examples: [element]).locate(in: without).index != nil { taken += 1 }
        plain.add(WeightedSum.best(for: element, among: site.candidates), answer: answer)
      }
      all.add(own)
      print(own.line(site.name, site.candidates.count))
    }
    print(all.line("all", 0))
    print(plain.line("weighted sum", 0))
    var summary = Summary()
    summary["relocated"] = all.share(\.right)
    summary["wrong"] = all.share(\.wrong)
    summary["abstained"] = all.share(\.abstained)
    summary["taken_when_gone"] = (Double(taken) / Double(max(1, timings.seconds.count))).rounded(to: 4)
    summary["ms_per_element"] = (timings.seconds.reduce(0, +) / Double(max(1, timings.seconds.count)) * 1000).rounded(
      to: 3)
    summary["peer"] = "weighted sum of similarities"
    summary["peer_relocated"] = plain.share(\.right)
    summary["peer_wrong"] = plain.share(\.wrong)
    print(try summary.json)
  }
}

/// How lookups ended.
private struct Lookups {
  var right = 0
  var wrong = 0
  var abstained = 0

  mutating func add(_ index: Int?, answer: Int) {
    if index == nil { abstained += 1 } else if index == answer { right += 1 } else { wrong += 1 }
  }

  mutating func add(_ other: Lookups) {
    right += other.right
    wrong += other.wrong
    abstained += other.abstained
  }

  func share(_ count: KeyPath<Lookups, Int>) -> Double {
    (Double(self[keyPath: count]) / Double(max(1, right + wrong + abstained))).rounded(to: 4)
  }

  func line(_ name: String, _ candidates: Int) -> String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return name + String(repeating: " ", count: max(0, 20 - name.count))
      + column(candidates == 0 ? "" : "\(candidates)", 11) + column("\(right + wrong + abstained)", 10)
      + column("\(share(\.right))", 11) + column("\(share(\.wrong))", 7) + column("\(share(\.abstained))", 11)
  }
}
