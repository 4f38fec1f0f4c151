import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("The browser keeps the surfaces' contract", .serialized)
struct ContractTests {
  @Test(
    """
    Everything a person does in a page is recorded, with what it was done to as it was before, and leaves the same \
    behind when it is performed in a fresh profile
    """)
  func recordsAndPerforms() async throws {
    let recorded = try await RecordedBrowser()
    let performed = try await RecordedBrowser(sharing: recorded)
    let (recordings, continuation) = AsyncThrowingStream<Recording, any Error>.makeStream()
    // A case is performed in the one browser while the next is recorded in the other.
    let recording = Task {
      do {
        for one in BrowserContract.cases { continuation.yield(try await record(one, in: recorded)) }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    defer { recording.cancel() }
    let replay = Replay(surface: performed.browser, files: ["report.csv": BrowserContract.pages + "/report.csv"]) {
      element, candidates in Locator(examples: [element]).locate(in: candidates).index
    }
    var cases = 0
    for try await recording in recordings {
      try await perform(recording, by: replay, in: performed)
      cases += 1
    }
    #expect(cases == BrowserContract.cases.count)
    #expect(recorded.browser.connection.misunderstandings == [])
    await recorded.end()
    await performed.end()
  }

  /// A case, what was told of it, and the page's state after it.
  private struct Recording: Sendable {
    var name: String
    var start: String
    var events: [Event]
    var state: String
  }

  private func record(_ one: ContractCase<BrowserHand>, in tried: RecordedBrowser) async throws -> Recording {
    try await tried.begin(one.start)
    do { try await one.act(tried.hand) } catch { Issue.record("\(one.name): the hand could not: \(error)") }
    let events = try await tried.events.next(one.expected.count)
    let found = events.normalized(origins: [tried.origin: BrowserContract.site])
    if found != one.expected { Issue.record("\(one.name)\n\(difference(found, one.expected))") }
    return Recording(name: one.name, start: one.start, events: events, state: try await tried.state())
  }

  private func perform(_ recording: Recording, by replay: Replay, in tried: RecordedBrowser) async throws {
    try await tried.begin(recording.start)
    do { try await replay.perform(recording.events) } catch { Issue.record("\(recording.name): \(error)") }
    let machine = try await tried.events.settle()
    #expect(machine.allSatisfy { $0.agent == .machine }, "\(recording.name)")
    try? await until { try await tried.state() == recording.state }
    #expect(try await tried.state() == recording.state, "\(recording.name)")
  }
}

/// Where two lists of events differ, line by line as JSON.
func difference(_ found: [Event], _ expected: [Event]) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  func lines(_ events: [Event], _ index: Int) -> [String] {
    guard events.indices.contains(index), let json = try? encoder.encode(events[index]) else { return ["nothing"] }
    return String(decoding: json, as: UTF8.self).split(separator: "\n").map(String.init)
  }
  var report: [String] = []
  for index in 0..<Swift.max(found.count, expected.count) {
    let changes = lines(found, index).difference(from: lines(expected, index))
    guard !changes.isEmpty else { continue }
    report.append("event \(index):")
    for change in changes {
      switch change {
      case .insert(_, let line, _): report.append("  found    \(line)")
      case .remove(_, let line, _): report.append("  expected \(line)")
      }
    }
  }
  return report.joined(separator: "\n")
}
