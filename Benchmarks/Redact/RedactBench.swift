import ArgumentParser
import Foundation
import Guard
import Trace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How much leaks through the redactor, how often it is wrong, and how fast it is.
struct RedactBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Leaks, precision and speed of the redactor on a labelled set; beside it Presidio, where it is installed."
  )

  @Option(help: "A set: JSON lines with text and spans, gzipped or not.") var set: String?
  @Option(help: "In place of a set, so many lines are made up.") var lines = 4_000
  @Option(help: "What they are made up from.") var seed: UInt64 = 1
  @Option(help: "A list of people's names, one a line, as a user may have it.") var people: String?
  @Option(help: "The Python of the peers' environment.") var python = ".venv-bench/bin/python"
  @Option(help: "The script that runs the peer.") var peer = "Benchmarks/Redact/presidio_peer.py"
  @Option(help: "The peer is given at most so many lines: it is slow.") var peerLines = 1_000
  @Flag(help: "Print every line with a leak or a wrong finding.") var details = false

  func run() async throws {
    var madeUp = MadeUpTexts(seed: seed)
    let texts = try set.map { try LabelledText.read($0) } ?? madeUp.make(lines)
    let names = try people.map {
      try String(contentsOfFile: $0, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    let redactor = Redactor(people: names ?? [])
    let predictions = texts.map { Self.predictions(redactor, $0.text) }
    let scores = Score.byType(texts, predictions)
    let speed = speed(redactor, texts)

    var summary = report("understudy", texts, predictions, scores)
    print("speed: \(speed.rounded(to: 1)) MB/s on one core\n")
    summary["mb_per_s"] = speed.rounded(to: 2)
    if details { printDetails(texts, predictions) }
    if FileManager.default.isExecutableFile(atPath: python) {
      summary["peer"] = try runPeer(Array(texts.prefix(peerLines)))
    } else {
      print("presidio: missing (Benchmarks/setup makes \(python))")
      summary["peer"] = "missing"
    }
    print(try summary.json)
  }

  // MARK: - Detecting

  /// What the labels of sets are called for each kind.
  private static let types: [WithheldKind: String] = [
    .email: "EMAIL_ADDRESS", .phone: "PHONE_NUMBER", .card: "CREDIT_CARD", .iban: "IBAN_CODE", .identity: "US_SSN",
    .address: "IP_ADDRESS", .password: "SECRET", .secret: "SECRET", .code: "SECRET", .person: "PERSON",
  ]

  /// The types that have a form of their own; people, places and organisations have none.
  private static let patterned: Set<String> = [
    "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD", "IBAN_CODE", "US_SSN", "US_DRIVER_LICENSE", "IP_ADDRESS",
    "MAC_ADDRESS",
  ]

  private static func predictions(_ redactor: Redactor, _ text: String) -> [Prediction] {
    redactor.findings(in: text).map {
      Prediction(type: types[$0.kind] ?? $0.kind.rawValue, start: $0.range.lowerBound, end: $0.range.upperBound)
    }
  }

  /// Megabytes a second of processor time, so that what else the machine does is left out.
  private func speed(_ redactor: Redactor, _ texts: [LabelledText]) -> Double {
    let start = clock()
    var bytes = 0
    var found = 0
    repeat {
      for text in texts {
        found += redactor.findings(in: text.text).count
        bytes += text.text.utf8.count
      }
    } while clock() - start < 2 * CLOCKS_PER_SEC
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    return found < 0 ? 0 : Double(bytes) / seconds / 1_000_000
  }

  // MARK: - Reporting

  private func report(
    _ name: String, _ texts: [LabelledText], _ predictions: [[Prediction]], _ scores: [String: Score]
  ) -> Summary {
    func total(_ isCounted: (String) -> Bool) -> Score {
      scores.filter { isCounted($0.key) }.values.reduce(Score(), +)
    }
    let all = total { !$0.contains(" ") }
    let patterned = total { Self.patterned.contains($0) }
    let prefixed = total { SecretGroup($0) == .prefixed }
    let context = total { SecretGroup($0) == .context }
    let bare = total { SecretGroup($0) == .bare }
    let harmless = zip(texts, predictions).filter { $0.0.kind.map { $0 == "neg" } ?? $0.0.spans.isEmpty }
    let flagged = harmless.isEmpty ? 0 : Double(harmless.filter { !$0.1.isEmpty }.count) / Double(harmless.count)

    print("\(name): \(texts.count) lines")
    print("  " + "type".padded(28) + "labels   leak   recall  precision")
    for (type, score) in scores.sorted(by: { $0.key < $1.key }) {
      let precision = type.contains(" ") ? "" : score.precision.text
      print(
        "  " + type.padded(28) + "\(score.labelled)".padded(8)
          + " \(score.leak.text)  \(score.recall.text)  \(precision)")
    }
    for (group, score) in [
      ("pattern types", patterned), ("prefixed tokens", prefixed), ("secrets by context", context),
      ("bare secrets", bare),
    ] {
      print(
        "  " + group.padded(28) + "\(score.labelled)".padded(8)
          + " \(score.leak.text)  \(score.recall.text)  \(group == "pattern types" ? score.precision.text : "")")
    }
    print("  harmless lines flagged: \(flagged.text) of \(harmless.count)")

    var summary = Summary()
    summary["leak"] = all.leak.rounded(to: 4)
    summary["precision"] = all.precision.rounded(to: 4)
    summary["recall"] = all.recall.rounded(to: 4)
    summary["harmless_flagged"] = flagged.rounded(to: 4)
    summary["pattern_leak"] = patterned.leak.rounded(to: 4)
    summary["pattern_precision"] = patterned.precision.rounded(to: 4)
    summary["prefixed_recall"] = prefixed.recall.rounded(to: 4)
    summary["context_recall"] = context.recall.rounded(to: 4)
    summary["bare_recall"] = bare.recall.rounded(to: 4)
    summary["by_type"] = scores.mapValues { score in
      [
        "labels": Double(score.labelled), "leak": score.leak.rounded(to: 4), "recall": score.recall.rounded(to: 4),
        "precision": score.precision.rounded(to: 4),
      ]
    }
    return summary
  }

  private func printDetails(_ texts: [LabelledText], _ predictions: [[Prediction]]) {
    for (text, predictions) in zip(texts, predictions) {
      let alone = Score.byType([text], [predictions])
      let isWrong = alone.contains {
        !$0.key.contains(" ")
          && (Self.types.values.contains($0.key) && $0.value.leaked > 0 || $0.value.right < $0.value.predicted)
      }
      guard isWrong else { continue }
      let bytes = Array(text.text.utf8)
      func show(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      }
      print("\(text.id): \(text.text.debugDescription)")
      print("   labels  " + text.spans.map { "\($0.type) “\(show($0.range))”" }.joined(separator: ", "))
      print("   found   " + predictions.map { "\($0.type) “\(show($0.range))”" }.joined(separator: ", "))
    }
  }

  // MARK: - The peer

  private func runPeer(_ texts: [LabelledText]) throws -> [String: Double] {
    let encoder = JSONEncoder()
    let input = try texts.map { try encoder.encode($0.text) }.reduce(into: Data()) { $0 += $1 + [UInt8(ascii: "\n")] }
    let clock = ContinuousClock()
    let start = clock.now
    let output = try Tool.output([python, peer], input: input)
    let lines = output.split(separator: UInt8(ascii: "\n"))
    let predictions = try lines.prefix(texts.count).map { try JSONDecoder().decode([Prediction].self, from: $0) }
    let seconds = try lines.last.map { try JSONDecoder().decode(Double.self, from: $0) } ?? (clock.now - start).seconds
    let scores = Score.byType(texts, predictions)
    _ = report("presidio", texts, predictions, scores)
    let speed = Double(texts.reduce(0) { $0 + $1.text.utf8.count }) / seconds / 1_000_000
    print("speed: \(speed.rounded(to: 4)) MB/s on one core\n")
    let all = scores.filter { !$0.key.contains(" ") }.values.reduce(Score(), +)
    let patterned = scores.filter { Self.patterned.contains($0.key) }.values.reduce(Score(), +)
    return [
      "leak": all.leak.rounded(to: 4), "precision": all.precision.rounded(to: 4),
      "pattern_leak": patterned.leak.rounded(to: 4),
      "pattern_precision": patterned.precision.rounded(to: 4), "mb_per_s": speed.rounded(to: 4),
      "lines": Double(texts.count),
    ]
  }
}

/// The groups of secrets that have bars of their own, by the finer kind of a label.
private enum SecretGroup {
  case prefixed, context, bare, other

  init(_ key: String) {
    let parts = key.split(separator: " ")
    guard parts.count == 2, parts[0] == "SECRET" else {
      self = .other
      return
    }
    switch parts[1] {
    case "bare-password": self = .bare
    case "url-token", "cli-password", "env-password", "url-password", "chat-password", "field-password": self = .context
    case "hex-token", "totp-seed", "aws-secret", "private-key": self = .other
    default: self = .prefixed
    }
  }
}

extension Double {
  fileprivate var text: String { String(format: "%6.3f", self) }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
