import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("The browser keeps the surfaces' contract", .serialized)
struct ContractTests {
  @Test("Everything a person does in a page is recorded, with what it was done to as it was before")
  func records() async throws {
    let tried = try await RecordedBrowser()
    for one in BrowserContract.cases {
      try await tried.begin(one.start)
      do { try await one.act(tried.hand) } catch { Issue.record("\(one.name): the hand could not: \(error)") }
      let events = try await tried.events.next(one.expected.count)
      let found = events.normalized(origins: [tried.origin: BrowserContract.site])
      if found != one.expected { Issue.record("\(one.name)\n\(difference(found, one.expected))") }
    }
    #expect(tried.browser.connection.misunderstandings == [])
    await tried.end()
  }

  @Test("What was recorded leaves the same behind when it is performed in a fresh profile")
  func performs() async throws {
    let recorded = try await RecordedBrowser()
    let performed = try await RecordedBrowser(sharing: recorded)
    let replay = Replay(surface: performed.browser, files: ["report.csv": BrowserContract.pages + "/report.csv"]) {
      element, candidates in Locator(examples: [element]).locate(in: candidates).index
    }
    for one in BrowserContract.cases {
      try await recorded.begin(one.start)
      try await one.act(recorded.hand)
      let events = try await recorded.events.next(one.expected.count)
      try await performed.begin(one.start)
      do { try await replay.perform(events) } catch { Issue.record("\(one.name): \(error)") }
      let machine = try await performed.events.settle()
      #expect(machine.allSatisfy { $0.agent == .machine }, "\(one.name)")
      let state = try await recorded.state()
      try? await until { try await performed.state() == state }
      #expect(try await performed.state() == state, "\(one.name)")
    }
    await recorded.end()
    await performed.end()
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
