import ArgumentParser
import Foundation
import Guard
import Journal
import Trace

/// How many events a second become durable, what sealing them costs, and how long one waits.
struct JournalBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Durable events a second, sealed and, in turns, plain GRDB; the wait of a single event; reading back.")

  @Option(help: "Events written by each side.") var events = 40_000
  @Option(help: "Events in one append.") var batch = 50
  @Option(help: "Appends under way at once, as from several surfaces: they are committed together.") var appenders = 4
  @Option(help: "Turns that the two sides take.") var turns = 8
  @Option(help: "Single events, each waited for.") var singles = 1_000
  @Option(help: "Seed of the events.") var seed: UInt64 = 1
  @Option(help: "The folder in which files are made and removed.") var folder = NSTemporaryDirectory()

  func run() async throws {
    let root = URL(filePath: folder).appending(path: "understudy-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: root) }
    let home = Home(directory: root.path)
    try Keys.create(in: home, passphrase: nil)
    let session = "bench"
    let writer = try JournalWriter(
      home: home, keys: Keys.recorder(in: home), session: session, at: Moment(microseconds: 0))
    let plain = try PlainJournal(file: home.data.appending(path: "plain.sqlite"))
    var workload = try Workload(session: session, seed: seed)

    // In turns, so that what else the machine does meets both.
    var sealedTime = Duration.zero
    var plainTime = Duration.zero
    var groupedTime = Duration.zero
    let clock = ContinuousClock()
    let perTurn = max(batch, events / turns / batch * batch)
    var next = 0
    for _ in 0..<turns {
      let batches = stride(from: next, to: next + perTurn, by: batch).map { workload.events($0..<($0 + batch)) }
      next += perTurn
      sealedTime += try await clock.measure { for batch in batches { try await writer.append(batch) } }
      plainTime += try await clock.measure { for batch in batches { try await plain.append(batch.map(\.value)) } }
      let more = stride(from: next, to: next + perTurn, by: batch).map { workload.events($0..<($0 + batch)) }
      next += perTurn
      groupedTime += try await clock.measure { try await append(more, to: writer) }
    }

    let bytes = try [home.journal.path, home.journal.path + "-wal"].reduce(0) {
      $0 + (try FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int ?? 0)
    }
    let reader = try JournalReader(home: home, key: Keys.unlock(in: home))
    var count = 0
    let readTime = try await clock.measure { try await reader.forEach { _ in count += 1 } }
    guard count == next else { throw ValidationError("\(next) events were acknowledged, \(count) came back.") }

    let waits = try await singleWaits(writer, &workload, from: next)
    let written = Double(next) / 2
    let perSecond = written / sealedTime.seconds
    let plainPerSecond = written / plainTime.seconds
    let groupedPerSecond = written / groupedTime.seconds
    let cost = sealedTime / plainTime - 1

    print("Durable events a second, \(batch) an append, \(next / 2) by each side:")
    print("  sealed      \(Int(perSecond))")
    print("  plain GRDB  \(Int(plainPerSecond))")
    print("  sealed, \(appenders) appends at once  \(Int(groupedPerSecond))")
    print("  sealing costs \((cost * 100).rounded(to: 1)) % more time")
    print(
      "One event at a time, beside a steady load: median \((waits.quantile(0.5) * 1_000).rounded(to: 2)) ms, "
        + "p99 \((waits.quantile(0.99) * 1_000).rounded(to: 2)) ms")
    print("Read back: \(Int(Double(count) / readTime.seconds)) events a second; \(bytes / next) bytes an event")

    var summary = Summary()
    summary["durable_events_per_s"] = perSecond.rounded(to: 0)
    summary["grouped_events_per_s"] = groupedPerSecond.rounded(to: 0)
    summary["plain_events_per_s"] = plainPerSecond.rounded(to: 0)
    summary["sealing_cost"] = cost.rounded(to: 3)
    summary["single_event_ms_median"] = (waits.quantile(0.5) * 1_000).rounded(to: 2)
    summary["single_event_ms_p99"] = (waits.quantile(0.99) * 1_000).rounded(to: 2)
    summary["bytes_per_event"] = bytes / next
    summary["read_events_per_s"] = (Double(count) / readTime.seconds).rounded(to: 0)
    summary["events"] = next
    summary["seed"] = seed
    print(try summary.json)
  }

  /// Appends batches, several of them under way at once.
  private func append(_ batches: [[Sanitized<Event>]], to writer: JournalWriter) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, batch) in batches.enumerated() {
        if number >= appenders { try await group.next() }
        group.addTask { try await writer.append(batch) }
      }
      try await group.waitForAll()
    }
  }

  /// The wait of single events while batches come in beside them, all committed together.
  private func singleWaits(
    _ writer: JournalWriter, _ workload: inout Workload, from first: Int
  ) async throws -> Timings {
    let clock = ContinuousClock()
    var timings = Timings()
    var next = first
    for _ in 0..<singles {
      let beside = workload.events(next..<(next + 10))
      let single = workload.events((next + 10)..<(next + 11))
      next += 11
      async let load: Void = writer.append(beside)
      timings.add(try await clock.measure { try await writer.append(single) })
      try await load
    }
    return timings
  }
}
