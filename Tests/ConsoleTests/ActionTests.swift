import Foundation
import Journal
import Testing
import Trace

@testable import Console

@Suite("What can be done in the console")
struct ActionTests {
  private func confirmed(_ console: OpenConsole) async throws -> OpenConsole.Guest {
    let guest = try await console.enter()
    #expect(try await guest.post("/confirm", ["secret": "correct horse"]).status == 200)
    return guest
  }

  private func workflows(_ console: OpenConsole) async throws -> [Workflow] {
    try #require(await console.server.library.shelf()).workflows.map(\.workflow)
  }

  @Test("A workflow is renamed, two are merged, and taking that back undoes it")
  func corrections() async throws {
    let console = try await OpenConsole("days=4", "passphrase=correct horse")
    let guest = try await console.enter()
    let before = try await workflows(console)
    #expect(before.count == 3)
    let (first, second) = (before[0], before[1])
    let answer = try await guest.post("/workflows/\(first.id)/rename", ["name": "Enter an invoice"])
    let page = try #require(answer.words["to"])
    _ = await console.server.library.shelf()
    #expect(try await guest.client.own("GET", page, cookie: guest.cookie).body.contains("<h1>Enter an invoice</h1>"))
    #expect(try await guest.post("/workflows/\(second.id)/rename", ["name": "Enter an invoice"]).status == 409)
    #expect(try await guest.post("/workflows/\(second.id)/rename", ["name": " "]).status == 409)
    let renamed = try #require(try await workflows(console).first { $0.name == "Enter an invoice" })
    #expect(try await guest.post("/workflows/\(renamed.id)/merge", ["other": second.id]).status == 200)
    let merged = try await workflows(console)
    #expect(merged.count == 2)
    #expect(merged[0].episodes.count == first.episodes.count + second.episodes.count)
    #expect(try await guest.post("/workflows/\(renamed.id)/merge", ["other": renamed.id]).status == 409)
    #expect(try await guest.post("/restore").status == 200)
    #expect(try await workflows(console).count == 3)
    #expect(try await guest.post("/workflows/\(second.id)/ignore").status == 200)
    #expect(try await workflows(console).map(\.id).contains(second.id) == false)
  }

  @Test("Erasing shows first what it takes, asks for the passphrase, and takes exactly that")
  func erasing() async throws {
    let console = try await OpenConsole("days=3", "passphrase=correct horse")
    let guest = try await console.enter()
    let shelf = try #require(await console.server.library.shelf())
    let inbox = shelf.events.rows.indices.filter { shelf.events.place($0).contains("/approval/") }.count
    let query = "/forget?place=https%3A%2F%2Foffice.example%2Fapproval&from=&until="
    let page = try await guest.get(query).body
    #expect(page.contains("Erase \(inbox) events for good"))
    let asked = ["place": "https://office.example/approval", "from": "", "until": ""]
    #expect(try await guest.post("/forget", asked).status == 409)
    #expect(try await guest.post("/forget", asked.merging(["secret": "wrong"]) { $1 }).status == 409)
    #expect(try await guest.get(query).body.contains("Erase \(inbox) events for good"))
    #expect(try await guest.post("/forget", asked.merging(["secret": "correct horse"]) { $1 }).status == 200)
    let left = try #require(await console.server.library.shelf())
    #expect(left.events.rows.count == shelf.events.rows.count - inbox)
    #expect(try await guest.get(query).body.contains("nothing of that was recorded"))
    #expect(try await guest.get("/grants").body.contains("Erased:"))
    for nothing in [[:], ["place": "", "from": "", "until": ""], ["from": "yesterday"], ["place": "app:*"]] {
      #expect(try await guest.post("/forget", nothing.merging(["secret": "correct horse"]) { $1 }).status == 409)
    }
    #expect(
      try await guest.post("/forget", ["everything": "yes", "secret": "correct horse"]).status == 200)
    #expect(try #require(await console.server.library.shelf()).events.rows.isEmpty)
  }

  @Test("Wrong passphrases for an erasure end the session, as they do where they are asked for alone")
  func guessing() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    let before = try #require(await console.server.library.shelf()).events.rows.count
    let asked = ["everything": "yes"]
    #expect(try await guest.get("/now").status == 200)
    for number in 1...5 {
      #expect(try await guest.post("/forget", asked.merging(["secret": "guess \(number)"]) { $1 }).status == 409)
    }
    #expect(try await guest.post("/forget", asked.merging(["secret": "correct horse"]) { $1 }).status != 200)
    #expect(try await guest.get("/now").status != 200)
    #expect(try #require(await console.server.library.shelf()).events.rows.count == before)
  }

  @Test("Nothing is written to a file or released before the person has shown that it is they")
  func handingOver() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let (stranger, guest) = (try await console.enter(), try await confirmed(console))
    let file = console.home.data.deletingLastPathComponent().appending(path: "events.json")
    for (path, words) in [
      ("/export", ["file": file.path]), ("/release", ["recipient": "Acme", "file": file.path]),
    ] {
      #expect(try await stranger.post(path, words).words["to"]?.contains("/confirm?to=") == true)
      #expect(!FileManager.default.fileExists(atPath: file.path))
    }
    #expect(try await guest.post("/export", ["file": "events.json"]).status == 409)
    #expect(try await guest.post("/export", ["file": file.path]).status == 200)
    let events = try JSONDecoder().decode([Event].self, from: Data(contentsOf: file))
    #expect(events.count == (await console.server.library.shelf())?.events.rows.count)
    #expect(try await guest.post("/export", ["file": file.path]).status == 409)
    let other = file.deletingLastPathComponent().appending(path: "release.json").path
    #expect(try await guest.post("/release", ["recipient": "Nobody", "file": other]).status == 409)
    #expect(try await guest.post("/release", ["recipient": "Acme", "file": other]).status == 200)
    #expect(try await guest.get("/releases").body.contains("Stands"))
    #expect(try await guest.post("/withdraw", ["grant": "office-grant"]).status == 200)
    #expect(try await guest.get("/releases").body.contains("Withdrawn"))
    #expect(try #require(await console.server.library.shelf()).workflows.isEmpty)
  }

  @Test("Where nothing is recorded, pausing says so")
  func nothingToPause() async throws {
    let console = try await OpenConsole("days=2")
    let answer = try await console.enter().post("/pause")
    #expect(answer.status == 409)
    #expect(answer.words["message"]?.contains("Nothing is being recorded") == true)
  }
}
