import Findings
import Foundation
import Journal
import Testing
import Trace

@testable import Console

@Suite("What was demonstrated, beside what was found")
struct TeachingTests {
  @Test("Two workflows that are called alike are kept apart, and one that cannot be learned is said to be left out")
  func collisions() async throws {
    let console = try await OpenConsole("days=3")
    let guest = try await console.enter()
    let found = try #require(await console.server.library.shelf()).workflows.map(\.workflow)
    let first = try #require(found.first)
    let shelf = try #require(await console.server.library.shelf())
    let day = shelf.events.id(0).session
    let start = shelf.events.rows[0].time
    var teaching = Teaching()
    teaching.demonstrations = [
      // Called as one that was found later, but for a sign.
      .init(name: first.name + "!", sessions: [day]), .init(name: first.name + "?", sessions: [day]),
      // Only that a table was opened: no step.
      .init(name: "Nothing done", sessions: [day], from: start, until: Moment(seconds: start.seconds + 0.5)),
    ]
    try teaching.write(in: console.home)
    await console.server.library.renew()
    let now = try #require(await console.server.library.shelf())
    #expect(
      now.workflows.filter(\.isDemonstrated).map(\.workflow.id) == ["\(first.id)-2", "\(first.id)-3"])
    #expect(Set(now.workflows.map(\.workflow.id)).count == found.count + 2)
    let (one, other) = (now.workflow(first.id), now.workflow("\(first.id)-2"))
    #expect(one?.workflow.name == first.name && one?.isDemonstrated == false)
    #expect(other?.workflow.name == first.name + "!" && other?.workflow.episodes != first.episodes)
    let page = try await guest.get("/workflows").body
    #expect(page.contains("What was demonstrated as “Nothing done” holds nothing any more"))
    #expect(try await guest.get("/workflows/\(first.id)-2").body.contains("<h1>\(first.name)!</h1>"))
  }
}
