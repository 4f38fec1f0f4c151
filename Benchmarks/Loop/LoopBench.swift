import ArgumentParser
import Distill
import Foundation
import SurfaceTesting
import Trace

/// How many loops that were demonstrated for two rounds do the rest right, on generated sites in a real browser.
struct LoopBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loop",
    abstract: "Demonstrates two rounds of work on generated sites, and performs all of it.",
    discussion: """
      Sites with lists, lists in lists, pages of lists, forms fed from files and conditions are generated from the seed.
      On each, the first two rounds are done in Chromium (of a condition: three of each kind), a program is made of
      that, and performed from the start in a fresh site; right is what leaves exactly the notes that all of the work
      leaves. Where a condition was shown too seldom, right is to ask for each row. The baseline repeats what was shown.
      Published, on other sites: WebRobot 68.7 %, Arborist 93.9 % of 131 tasks.
      """)

  @Option(help: "How many sites.") var sites = 65
  @Option(help: "The seed of the sites.") var seed: UInt64 = 1
  @Option(help: "The browser.") var browser = "/usr/bin/chromium"
  @Flag(help: "Show what went wrong.") var verbose = false

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sites = LoopSite.generate(sites, seed: seed)
    let server = try PageServer(folder: folder.path)
    let hand = try await LoopHand(browser: browser)
    var right: [String: (done: Int, all: Int)] = [:]
    var (solved, repeated) = (0, 0)
    var timings = Timings()
    for (number, site) in sites.enumerated() {
      let address = "\(server.origin)/\(number)"
      try write(site, to: folder.appending(path: "\(number)"))
      try await hand.open("\(address)/reset.html")
      let events = try await hand.demonstrate(site, at: address)
      if try await hand.notes(at: address) == site.expected { repeated += 1 }
      let start = ContinuousClock.now
      let workflow = Distiller().workflow(demonstratedBy: events, named: "Work")
      timings.add(ContinuousClock.now - start)
      try await hand.open("\(address)/reset.html")
      var (notes, end): ([String], String) = ([], "nothing was learned")
      if let workflow { (notes, end) = try await hand.perform(workflow, site, at: address) }
      let isRight = notes == site.expected && end == "finished"
      if isRight { solved += 1 }
      let old = right[site.kind] ?? (0, 0)
      right[site.kind] = (old.done + (isRight ? 1 : 0), old.all + 1)
      if verbose, !isRight {
        print("\(number) \(site.kind): \(end)\n  expected \(site.expected)\n  noted    \(notes)")
        for instruction in workflow?.program.instructions ?? [] { print(instruction.outline(indent: "    ")) }
      }
    }
    await hand.end()
    print("sites done right, of those generated with seed \(seed)")
    for (kind, counts) in right.sorted(by: { $0.key < $1.key }) { print("  \(kind): \(counts.done) of \(counts.all)") }
    let milliseconds = { (share: Double) in (timings.quantile(share) * 1_000).rounded(to: 2) }
    print("a program from a demonstration: median \(milliseconds(0.5)) ms, p99 \(milliseconds(0.99)) ms")
    var summary = Summary()
    summary["sites"] = sites.count
    summary["solved"] = (Double(solved) / Double(max(1, sites.count))).rounded(to: 4)
    summary["by_kind"] = right.mapValues { Double($0.done) / Double($0.all) }
    summary["ms_median"] = milliseconds(0.5)
    summary["ms_p99"] = milliseconds(0.99)
    summary["seed"] = seed
    summary["baseline"] = "repeating what was shown"
    summary["baseline_solved"] = (Double(repeated) / Double(max(1, sites.count))).rounded(to: 4)
    print(try summary.json)
  }

  private func write(_ site: LoopSite, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var pages = site.pages
    pages["reset.html"] = "<!doctype html><title>Reset</title><script>localStorage.clear()</script>"
    pages["notes.html"] = """
      <!doctype html><title>Notes</title><textarea aria-label="Notes"></textarea>
      <script>document.querySelector('textarea').value = localStorage.getItem('notes') || ''</script>
      """
    for (name, text) in pages { try Data(text.utf8).write(to: folder.appending(path: name)) }
  }
}

extension Instruction {
  /// The instruction in a line for each step and loop.
  fileprivate func outline(indent: String) -> String {
    func inner(_ body: [Instruction]) -> [String] { body.map { $0.outline(indent: indent + "  ") } }
    return switch self {
    case .perform(let template): indent + template.summary
    case .optional(let body, let condition, _):
      ([indent + (condition == nil ? "ask whether" : "if " + (condition?.value ?? ""))] + inner(body))
        .joined(separator: "\n")
    case .loop(let loop, let body):
      switch loop {
      case .rows: ([indent + "each row"] + inner(body)).joined(separator: "\n")
      case .items: ([indent + "each item"] + inner(body)).joined(separator: "\n")
      case .whilePresent: ([indent + "while present"] + inner(body)).joined(separator: "\n")
      }
    case .choice(let branches, _):
      ([indent + "choose"] + branches.flatMap { inner($0.body) }).joined(separator: "\n")
    }
  }
}
