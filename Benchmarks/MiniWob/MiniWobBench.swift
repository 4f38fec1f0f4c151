import ArgumentParser
import Foundation
import Learn
import Trace

/// How often a policy that was learned from a few human demonstrations finishes tasks it has not seen, in a real browser.
struct MiniWobBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "miniwob",
    abstract: "Learns tasks of MiniWoB++ from human demonstrations and performs them in Chromium.",
    discussion: """
      One policy for all tasks, trained anew for each on its first demonstrations and nothing else. Input is trusted,
      and the policy is given the instruction and what the browser shows, nothing of the page's script.
      """)

  @Option(help: "The collection's html folder.") var pages: String
  @Option(help: "A folder with one folder of demonstrations a task.") var demos: String
  @Option(help: "The tasks, separated by commas; all there are demonstrations of where left out.") var tasks: String?
  @Option(help: "How many demonstrations to learn from.") var demonstrations = 10
  @Option(help: "How many episodes of each task.") var episodes = 50
  @Option(help: "The first seed of the episodes.") var seed: UInt64 = 1
  @Option(help: "The collection's data mode.") var mode = "train"
  @Option(help: "The browser.") var browser = "/usr/bin/chromium"
  @Option(
    help:
      "A file to write what was learned to, one model after the other in the order of the tasks; nothing is performed.")
  var writeModel: String?
  @Flag(help: "Tell every step of the episodes that fail.") var verbose = false
  @Flag(help: "Tell what was learned: the demonstrations' acts and the heaviest features.") var explain = false

  func run() async throws {
    let folder = URL(filePath: demos, directoryHint: .isDirectory)
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let wanted = tasks.map { $0.split(separator: ",").map(String.init) } ?? all
    if let writeModel {
      try Self.models(wanted.map { try learn(folder.appending(path: $0)).policy }).write(to: URL(filePath: writeModel))
      return
    }
    let page = try await MiniWobPage(browser: browser, pages: pages)
    var successes: [String: Double] = [:]
    var perfect = 0.0
    var training = Timings()
    var steps = Timings()
    var handling = Timings()
    print("task                            success  perfect  train s  acts")
    for task in wanted {
      do {
        let score = try await run(task, folder.appending(path: task), page, &training, &steps, &handling)
        successes[task] = score.success
        perfect += score.perfect
      } catch {
        print("\(task): \(error)")
        successes[task] = 0
      }
    }
    await page.end()
    let mean = successes.values.reduce(0, +) / Double(max(1, successes.count))
    print("mean \(mean.rounded(to: 3)) over \(successes.count) tasks")
    var summary = Summary()
    summary["mean_success"] = mean.rounded(to: 4)
    summary["mean_perfect"] = (perfect / Double(max(1, successes.count))).rounded(to: 4)
    summary["tasks"] = successes
    summary["train_seconds"] = training.quantile(1).rounded(to: 3)
    summary["train_seconds_median"] = training.quantile(0.5).rounded(to: 3)
    summary["step_ms_median"] = (steps.quantile(0.5) * 1_000).rounded(to: 2)
    summary["step_ms_p99"] = (steps.quantile(0.99) * 1_000).rounded(to: 2)
    summary["act_ms_median"] = (handling.quantile(0.5) * 1_000).rounded(to: 2)
    summary["model_calls"] = 0
    summary["demonstrations"] = demonstrations
    summary["episodes"] = episodes
    summary["seed"] = seed
    print(try summary.json)
  }

  /// Learns from a task's first demonstrations.
  private func learn(_ folder: URL) throws -> (policy: LearnedPolicy, demonstrations: [Demonstration], time: Duration) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().prefix(demonstrations)
    let recordings = try names.map { try DemonstrationFile(folder.appending(path: $0)).recording }
    let start = ContinuousClock.now
    let learned = recordings.map { $0.reduced() }
    let policy = try LearnedPolicy.learn(from: learned)
    return (policy, learned, ContinuousClock.now - start)
  }

  /// Models as a file, one a line.
  private static func models(_ policies: [LearnedPolicy]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Data(try policies.map { try encoder.encode($0) }.joined(separator: Data("\n".utf8)))
  }

  private func run(
    _ task: String, _ folder: URL, _ page: MiniWobPage, _ training: inout Timings, _ steps: inout Timings,
    _ handling: inout Timings
  ) async throws -> (success: Double, perfect: Double) {
    let (policy, learned, time) = try learn(folder)
    training.add(time)
    if explain { tell(learned, policy) }
    try await page.open(task)
    var (right, perfect) = (0, 0)
    var acts = 0
    for episode in 0..<UInt64(episodes) {
      let outcome = try await self.episode(seed + episode, policy, page, &steps, &handling)
      if outcome.reward > 0 { right += 1 }
      if outcome.reward >= 1 { perfect += 1 }
      acts += outcome.acts.count
      if verbose, outcome.reward <= 0 || episodes == 1 {
        print("  seed \(seed + episode): \(outcome.reward): \(outcome.instruction)")
        for act in outcome.acts { print("    \(act)") }
      }
    }
    let count = Double(max(1, episodes))
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    print(
      task + String(repeating: " ", count: max(1, 32 - task.count))
        + column("\((Double(right) / count).rounded(to: 2))", 7)
        + column("\((Double(perfect) / count).rounded(to: 2))", 9) + column("\(time.seconds.rounded(to: 2))", 9)
        + column("\((Double(acts) / count).rounded(to: 1))", 6))
    return (Double(right) / count, Double(perfect) / count)
  }

  private func episode(
    _ seed: UInt64, _ policy: LearnedPolicy, _ page: MiniWobPage, _ steps: inout Timings, _ handling: inout Timings
  )
    async throws -> (reward: Double, instruction: String, acts: [String])
  {
    let instruction = try await page.begin(seed: seed, mode: mode)
    var run = policy.begin(instruction)
    var acts: [String] = []
    var scene = try await page.scene()
    if verbose, episodes == 1 {
      for node in scene.nodes {
        print(
          "      \(node.tag) \(node.classes)#\(node.id) '\(node.text)' \(node.value ?? "-") \(Int(node.bounds.x)),\(Int(node.bounds.y)) \(Int(node.bounds.width))x\(Int(node.bounds.height)) \(node.color.map { "\($0.red),\($0.green),\($0.blue)" } ?? "-")"
        )
      }
    }
    for _ in 0..<(policy.longest * 2 + 20) {
      let start = ContinuousClock.now
      let proposal = run.propose(scene)
      steps.add(ContinuousClock.now - start)
      guard let proposal else { break }
      let node = scene.nodes[proposal.node]
      if verbose, episodes == 1 {
        for other in run.considered(scene) {
          print(
            "      \(other.probability.rounded(to: 2)) \(other.verb) \(scene.nodes[other.node].tag) \"\(scene.nodes[other.node].text)\": "
              + other.reasons.map { "\($0.weight.rounded(to: 2)) \($0.name)" }.joined(separator: "; "))
        }
      }
      var note =
        "\(proposal.act) \(node.tag)\(node.classes.isEmpty ? "" : "." + node.classes.joined(separator: "."))#\(node.id) \"\(node.text.prefix(30))\" p=\(proposal.probability.rounded(to: 2))"
      let values = scene.nodes.compactMap(\.value).filter { !$0.isEmpty }
      if !values.isEmpty { note += " holds \(values)" }
      var failed = false
      let acting = ContinuousClock.now
      do { try await page.perform(proposal.act, on: node, in: scene) } catch {
        note += " FAILED: \(error)"
        failed = true
      }
      if !failed { handling.add(ContinuousClock.now - acting) }
      acts.append(note)
      let result = try await page.result()
      if result.done { return (result.reward, instruction, acts) }
      var after = try await page.scene()
      try run.did(proposal, changed: !failed && after != scene)
      // What has always followed is waited for, until it comes to rest.
      let end = ContinuousClock.now + .milliseconds(500)
      var isAwaited = !failed && run.isAnnouncing
      while isAwaited, ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(20))
        let next = try await page.scene()
        isAwaited = run.awaits(next) || next != after
        after = next
      }
      scene = after
    }
    return (-1, instruction, acts)
  }

  private func tell(_ demonstrations: [Demonstration], _ policy: LearnedPolicy) {
    for demonstration in demonstrations {
      print("  \(demonstration.instruction)")
      for act in demonstration.acts {
        let node = act.scene.nodes[act.node]
        print(
          "    \(act.act) \(node.tag).\(node.classes.joined(separator: "."))#\(node.id) \"\(node.text.prefix(30))\"")
      }
    }
    let (choices, arguments) = policy.explanation(25)
    for (name, weight) in choices { print("  \(weight.rounded(to: 2)) \(name)") }
    for (name, weight) in arguments { print("  argument \(weight.rounded(to: 2)) \(name)") }
  }
}
