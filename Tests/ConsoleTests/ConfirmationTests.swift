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
}
