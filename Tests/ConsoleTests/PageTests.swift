import Foundation
import Testing
import Trace

@testable import Console

@Suite("The console's pages")
struct PageTests {
  @Test("Whatever was recorded stays text on every page, in every field")
  func hostile() async throws {
    let console = try await OpenConsole("days=3", "hostile")
    let guest = try await console.enter()
    _ = await console.server.library.shelf()
    _ = try await guest.post("/code")
    #expect(
      try await guest.post("/confirm", ["secret": String(try #require(console.said.all.last).suffix(6))]).status == 200)
    let shelf = try #require(await console.server.library.shelf())
    var paths = [
      "/now", "/timeline", "/workflows", "/data", "/data?q=%3Cscript%3E%22", "/grants", "/runs", "/releases",
    ]
    paths += shelf.workflows.map { "/workflows/\($0.workflow.id)" }
    paths += shelf.episodes.prefix(5).map { "/episodes/\($0.id.session)/\($0.id.sequence)" }
    var seen = 0
    for path in paths {
      let answer = try await guest.get(path)
      #expect(answer.status == 200, "\(path)")
      seen += answer.body.contains("&lt;script&gt;") ? 1 : 0
      #expect(answer.body.matches(of: #/<script/#).count == 1, "\(path)")
      #expect(!answer.body.contains("<img src=x") && !answer.body.contains("\"\u{301}"), "\(path)")
    }
    #expect(seen >= 6)
  }

  @Test("A search finds what holds all its words, and counts it")
  func searching() async throws {
    let console = try await OpenConsole("days=2")
    let guest = try await console.enter()
    let shelf = try #require(await console.server.library.shelf())
    let expected = shelf.events.rows.indices.filter { number in
      let text = (shelf.events.words(number) + shelf.events.place(number)).lowercased()
      return text.contains("due") && text.contains("invoice/add")
    }
    #expect(expected.count > 3)
    let body = try await guest.get("/data?q=DUE%20invoice/add").body
    #expect(body.contains("\(expected.count) of \(shelf.events.rows.count) events with"))
    #expect(try await guest.get("/data?q=nothing-like-that").body.contains("0 of "))
  }

  @Test("What is not there is said to be so, on a page")
  func missing() async throws {
    let console = try await OpenConsole("days=2")
    let guest = try await console.enter()
    _ = await console.server.library.shelf()
    for path in ["/workflows/none", "/episodes/none/1", "/audit/none"] {
      let answer = try await guest.get(path)
      #expect(answer.status == 404 && answer.body.contains("There is nothing here any more"))
    }
  }
}
