import Foundation
import Testing

@testable import Console

@Suite("Showing that it is you")
struct ConfirmationTests {
  @Test("Values and pictures are hidden until the passphrase is given, and again ten minutes later")
  func revealing() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    let shelf = try #require(await console.server.library.shelf())
    let value = try #require(
      shelf.events.rows.indices.map { shelf.events.words($0) }.first { $0.hasPrefix("fill “Customer” with ") })
    let picture = try #require(shelf.events.frames.keys.min())
    let shows = { try await guest.get("/data?q=Customer").body.contains(value.replacing("“", with: "“")) }
    #expect(try await !shows())
    #expect(try await guest.get("/frames/\(picture)").status == 403)
    #expect(try await guest.post("/confirm", ["secret": "wrong horse", "to": "/data"]).status == 403)
    #expect(try await !shows())
    let answer = try await guest.post("/confirm", ["secret": "correct horse", "to": "/data"])
    #expect(answer.words == ["to": "\(guest.root)/data"])
    #expect(try await shows())
    #expect(try await guest.get("/frames/\(picture)").header("content-type") == "image/png")
    console.clock.pass(500)
    #expect(try await shows())
    console.clock.pass(101)
    #expect(try await !shows())
    #expect(try await guest.get("/frames/\(picture)").status == 403)
  }

  @Test("A console that was not used for ten minutes shows nothing and does nothing until it is confirmed")
  func idling() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    console.clock.pass(601)
    for path in ["/now", "/data", "/timeline", "/grants", "/live"] {
      let answer = try await guest.get(path)
      #expect(answer.status == 403)
      #expect(answer.body.contains("The console is locked") && !answer.body.contains("office"))
    }
    #expect(try await guest.post("/leave").status == 403)
    #expect(try await guest.post("/confirm", ["secret": "correct horse", "to": "/now"]).status == 200)
    #expect(try await guest.get("/now").status == 200)
  }

  @Test("Five wrong passphrases end the session")
  func guessing() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    var statuses: [Int] = []
    for _ in 0..<5 { statuses.append(try await guest.post("/confirm", ["secret": "guess"]).status) }
    #expect(statuses == [403, 403, 403, 403, 401])
    #expect(try await guest.post("/confirm", ["secret": "correct horse"]).status == 401)
    #expect(try await guest.get("/now").status == 401)
  }

  @Test("Without a passphrase a code is asked for that only the terminal shows, good once")
  func code() async throws {
    let console = try await OpenConsole("days=2")
    let guest = try await console.enter()
    #expect(try await guest.post("/confirm", ["secret": ""]).status == 403)
    let answer = try await guest.post("/code")
    let code = try #require(console.said.all.last?.suffix(6))
    #expect(!answer.body.contains(code))
    #expect(
      try await guest.post("/confirm", ["secret": String(code), "to": "//evil.example"]).words == [
        "to": "\(guest.root)/now"
      ])
    #expect(try await guest.post("/confirm", ["secret": String(code)]).status == 403)
  }

  @Test("A code that one browser asked for is good in no other")
  func codeOfAnother() async throws {
    let console = try await OpenConsole("days=2")
    let (guest, other) = (try await console.enter(), try await console.enter())
    _ = try await guest.post("/code")
    let code = String(try #require(console.said.all.last).suffix(6))
    #expect(try await other.post("/confirm", ["secret": code]).status == 403)
    // That the other one tried costs the first one nothing.
    #expect(try await guest.post("/confirm", ["secret": code]).status == 200)
    // Each has a code of its own at the same time.
    _ = try await guest.post("/code")
    let first = String(try #require(console.said.all.last).suffix(6))
    _ = try await other.post("/code")
    let second = String(try #require(console.said.all.last).suffix(6))
    #expect(try await guest.post("/confirm", ["secret": first]).status == 200)
    #expect(try await other.post("/confirm", ["secret": second]).status == 200)
  }
}

@Suite("How long the console stays open")
struct SessionTests {
  @Test("What a page asks for by itself is no use of it: an open page without a person is locked after ten minutes")
  func unattended() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    for _ in 0..<3 {
      console.clock.pass(250)
      _ = try await guest.get("/now", attended: false)
    }
    #expect(try await guest.get("/now", attended: false).body.contains("The console is locked"))
    #expect(try await guest.get("/now").status == 403)
    let attended = try await console.enter()
    for _ in 0..<3 {
      console.clock.pass(250)
      #expect(try await attended.get("/now").status == 200)
    }
  }

  @Test("Live changes end when the console is locked", .timeLimit(.minutes(5)))
  func liveUntilLocked() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    // It ends by itself: otherwise this would wait for good.
    try await guest.client.stream(guest.root + "/live", cookie: guest.cookie, until: "data: ") {
      console.clock.pass(601)
    }
    #expect(try await guest.get("/live", attended: false).status == 403)
  }

  @Test("Live changes end when the page is left", .timeLimit(.minutes(5)))
  func liveUntilLeft() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    try await guest.client.stream(guest.root + "/live", cookie: guest.cookie, until: "data: ") {
      let left = try await guest.post("/leave")
      #expect(left.status == 200)
    }
    #expect(try await guest.get("/live", attended: false).status == 401)
  }

  @Test("However much it is used, it ends after eight hours")
  func longest() async throws {
    let console = try await OpenConsole("days=2", "passphrase=correct horse")
    let guest = try await console.enter()
    for _ in 0..<57 {
      console.clock.pass(500)
      #expect(try await guest.get("/now").status == 200)
    }
    #expect(try await guest.post("/confirm", ["secret": "correct horse"]).status == 200)
    console.clock.pass(400)
    #expect(try await guest.get("/now").status == 401)
    #expect(try await guest.post("/confirm", ["secret": "correct horse"]).status == 401)
  }
}
