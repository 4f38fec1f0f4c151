import Foundation
import Guard
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

  /// Asks for an erasure, looks at it, and returns the page and what it binds.
  private func look(
    _ guest: OpenConsole.Guest, at asked: [String: String]
  ) async throws -> (page: String, digest: String) {
    let answer = try await guest.post("/forget/preview", asked)
    #expect(answer.words == ["to": "\(guest.root)/forget"])
    let page = try await guest.get("/forget").body
    return (page, String(page.firstMatch(of: #/name="digest" value="([0-9a-f]{64})"/#)?.output.1 ?? ""))
  }

  @Test("Erasing shows first what it takes, asks for the passphrase, and takes exactly that")
  func erasing() async throws {
    let console = try await OpenConsole("days=3", "passphrase=correct horse")
    let guest = try await console.enter()
    let shelf = try #require(await console.server.library.shelf())
    let inbox = shelf.events.rows.indices.filter { shelf.events.place($0).contains("/approval/") }.count
    let asked = ["place": "https://office.example/approval", "from": "", "until": ""]
    let (page, digest) = try await look(guest, at: asked)
    #expect(page.contains("Erase \(inbox) events for good"))
    #expect(!digest.isEmpty)
    for words in [
      ["digest": digest], ["digest": digest, "secret": "wrong"], ["secret": "correct horse"],
      ["digest": "", "secret": "correct horse"], ["everything": "yes", "secret": "correct horse"],
    ] {
      #expect(try await guest.post("/forget", words).status == 409, "\(words)")
    }
    #expect(try await guest.get("/forget").body.contains("Erase \(inbox) events for good"))
    #expect(
      try await guest.post("/forget", ["digest": digest, "secret": "correct horse"]).words == [
        "to": "\(guest.root)/grants"
      ])
    let left = try #require(await console.server.library.shelf())
    #expect(left.events.rows.count == shelf.events.rows.count - inbox)
    #expect(try await guest.get("/forget").body.contains("Say first what to erase"))
    #expect(try await guest.post("/forget", ["digest": digest, "secret": "correct horse"]).status == 409)
    #expect(try await look(guest, at: asked).page.contains("nothing of that was recorded"))
    #expect(try await guest.get("/grants").body.contains("Erased:"))
    let everything = try await look(guest, at: ["everything": "yes"])
    #expect(
      try await guest.post("/forget", ["digest": everything.digest, "secret": "correct horse"]).status == 200)
    #expect(try #require(await console.server.library.shelf()).events.rows.isEmpty)
  }

  @Test("What names nothing, or everything in any but its own word, is no request to erase")
  func noRequest() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    for asked in [
      [:], ["place": "", "from": "", "until": ""], ["from": "yesterday"], ["place": "app:*"], ["everything": ""],
      ["everything": "no"], ["everything": "false"], ["everything": "yes,yes"], ["everything": "YES"],
      ["everything": "yes", "place": "https://office.example"],
    ] {
      #expect(try await guest.post("/forget/preview", asked).status == 409, "\(asked)")
    }
    #expect(try await guest.get("/forget").body.contains("Say first what to erase"))
  }

  @Test("What was seen is erased and nothing else: where it has changed since, nothing is, and it is shown anew")
  func changedSince() async throws {
    let console = try await OpenConsole("days=3", "passphrase=correct horse")
    let guest = try await console.enter()
    let before = try #require(await console.server.library.shelf()).events.rows.count
    let part = try await look(guest, at: ["place": "https://office.example/approval"])
    // In another tab something else was asked for: the form of the first one erases neither.
    let all = try await look(guest, at: ["everything": "yes"])
    #expect(part.digest != all.digest)
    let answer = try await guest.post("/forget", ["digest": part.digest, "secret": "correct horse"])
    #expect(answer.words == ["to": "\(guest.root)/forget/anew"])
    #expect(try #require(await console.server.library.shelf()).events.rows.count == before)
    // Something goes between the look and the agreement.
    let key = try Keys.unlock(in: console.home, passphrase: "correct horse")
    let approvals = ErasureSelection(places: [try PlacePattern("https://office.example/approval")])
    _ = try await Eraser(home: console.home, key: key).erase(approvals, at: console.clock.now())
    await console.server.library.renew(with: try Keys.unlock(in: console.home, passphrase: "correct horse"))
    let late = try await guest.post("/forget", ["digest": all.digest, "secret": "correct horse"])
    #expect(late.words == ["to": "\(guest.root)/forget/anew"])
    let page = try await guest.get("/forget/anew").body
    let left = try #require(await console.server.library.shelf()).events.rows.count
    #expect(left < before && left > 0)
    #expect(page.contains("not what you had seen any more") && page.contains("Erase \(left) events for good"))
  }

  @Test("One's own rules are applied to what was kept after seeing how much that is")
  func redacting() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    let before = try #require(await console.server.library.shelf()).events.rows.count
    #expect(try await guest.get("/redact").body.contains("nothing of that was recorded"))
    try Data("deny https://office.example/approval\n".utf8).write(to: console.home.rules)
    let page = try await guest.get("/redact").body
    let digest = String(page.firstMatch(of: #/name="digest" value="([0-9a-f]{64})"/#)?.output.1 ?? "")
    #expect(page.contains(" for good"))
    #expect(try await guest.post("/redact", ["secret": "correct horse"]).status == 409)
    // Other rules withhold something else.
    try Data("deny https://office.example/inbox\n".utf8).write(to: console.home.rules)
    #expect(
      try await guest.post("/redact", ["digest": digest, "secret": "correct horse"]).words == [
        "to": "\(guest.root)/redact/anew"
      ])
    #expect(try #require(await console.server.library.shelf()).events.rows.count == before)
    try Data("deny https://office.example/approval\n".utf8).write(to: console.home.rules)
    #expect(
      try await guest.post("/redact", ["digest": digest, "secret": "correct horse"]).words == [
        "to": "\(guest.root)/data"
      ])
    let left = try #require(await console.server.library.shelf())
    #expect(left.events.rows.count < before)
    #expect(!left.events.rows.indices.contains { left.events.place($0).contains("/approval/") })
  }

  @Test("Wrong passphrases for an erasure end the session, as they do where they are asked for alone")
  func guessing() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    let before = try #require(await console.server.library.shelf()).events.rows.count
    let digest = try await look(guest, at: ["everything": "yes"]).digest
    for number in 1...5 {
      #expect(try await guest.post("/forget", ["digest": digest, "secret": "guess \(number)"]).status == 409)
    }
    #expect(try await guest.post("/forget", ["digest": digest, "secret": "correct horse"]).status != 200)
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
