import Foundation
import Journal
import Perform
import Surfaces
import Testing
import Trace

@testable import Console

/// Performs where no surface is connected: a run is asked about, approved, and then stops by itself.
private struct EmptyStage: RunStage {
  func perform(_ performance: Performance, at desk: RunDesk) async throws -> String {
    performance.sentence(of: try await performance.run(on: [], asking: desk))
  }
}

@Suite("Runs on the console's pages")
struct RunTests {
  /// The plan is asked about once the run has come so far.
  private func asked(_ runs: Runs) async throws -> RunView {
    while true {
      if let view = await runs.views().first, view.asked != nil || view.ended != nil { return view }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  private func begin(_ console: OpenConsole, _ guest: OpenConsole.Guest) async throws -> RunView {
    // The latest run comes first.
    console.clock.pass(1)
    let shelf = try #require(await console.server.library.shelf())
    let workflow = try #require(shelf.workflows.first { $0.workflow.parameters.contains { $0.column == "amount" } })
    let words = ["set customer": "Adler", "set amount": "12.50", "set due": "2026-11-24"]
    #expect(
      try await guest.post("/workflows/\(workflow.workflow.id)/perform", words).words == ["to": "\(guest.root)/runs"])
    return try await asked(console.server.runs)
  }

  @Test("A plan is approved only with the passphrase of that very answer", .timeLimit(.minutes(5)))
  func approving() async throws {
    let console = try await OpenConsole("days=3", "passphrase=correct horse", stage: EmptyStage())
    let (guest, other) = (try await console.enter(), try await console.enter())
    let run = try await begin(console, guest)
    #expect(run.asked?.kind == .plan && run.asked?.lines.contains { $0.contains("12.50") } == true)
    // The exact values are for who has shown that it is they.
    #expect(try await !other.get("/runs").body.contains("12.50"))
    let (path, yes) = ("/runs/\(run.id)/answer", ["number": "1", "answer": "yes", "secret": "correct horse"])
    #expect(try await other.post(path, yes).words["to"]?.contains("/confirm?to=") == true)
    #expect(try await guest.post("/confirm", ["secret": "correct horse"]).status == 200)
    #expect(try await guest.get("/runs").body.contains("12.50"))
    for words in [
      ["number": "1", "answer": "yes"], ["number": "1", "answer": "yes", "secret": "wrong"],
      ["number": "2", "answer": "yes", "secret": "correct horse"], ["answer": "yes", "secret": "correct horse"],
    ] {
      #expect(try await guest.post(path, words).status == 409, "\(words)")
    }
    #expect(try await guest.post("/runs/0000/answer", yes).status == 409)
    #expect(await console.server.runs.view(run.id)?.asked?.number == 1)
    #expect(try Ledger(home: console.home).entries().allSatisfy { $0.kind != .performed })
    #expect(try await guest.post(path, yes).status == 200)
    let ended = try await asked(console.server.runs)
    #expect(ended.ended?.contains("which is not connected") == true)
    #expect(try Ledger(home: console.home).entries().contains { $0.kind == .performed })
    // Once more it counts for nothing.
    #expect(try await guest.post(path, yes).status == 409)
    // Nothing was done: there is nothing to go on from.
    #expect(try await guest.get("/runs").body.contains("No run waits to go on."))
  }

  @Test("A run that was refused takes no place of one that waits to go on", .timeLimit(.minutes(5)))
  func refusedBesideWaiting() async throws {
    let console = try await OpenConsole("days=3", stage: EmptyStage())
    let guest = try await console.enter()
    let shelf = try #require(await console.server.library.shelf())
    let workflow = try #require(shelf.workflows.first { $0.workflow.parameters.contains { $0.column == "amount" } })
    let file = RunFile(
      home: console.home, workflow: workflow.workflow.id, key: try await console.server.library.personKey())
    let waiting = Run(workflow: workflow.workflow.id, digest: "of other values")
    try file.write(waiting, from: workflow.sessions)
    let run = try await begin(console, guest)
    #expect(try await guest.post("/runs/\(run.id)/answer", ["number": "1", "answer": "no"]).status == 200)
    #expect(try await asked(console.server.runs).ended?.contains("was not approved") == true)
    #expect(try file.read() == waiting)
  }

  @Test("Without a passphrase an approval needs a code that only the terminal shows", .timeLimit(.minutes(5)))
  func approvingByCode() async throws {
    let console = try await OpenConsole("days=3", stage: EmptyStage())
    let guest = try await console.enter()
    func code() async throws -> String {
      _ = try await guest.post("/code")
      return String(try #require(console.said.all.last).suffix(6))
    }
    let first = try await code()
    #expect(try await guest.post("/confirm", ["secret": first]).status == 200)
    let run = try await begin(console, guest)
    let path = "/runs/\(run.id)/answer"
    for secret in ["", first, "000000"] {
      #expect(try await guest.post(path, ["number": "1", "answer": "yes", "secret": secret]).status == 409)
    }
    #expect(await console.server.runs.view(run.id)?.asked?.number == 1)
    let second = try await code()
    #expect(try await guest.post(path, ["number": "1", "answer": "yes", "secret": second]).status == 200)
    #expect(try await asked(console.server.runs).ended != nil)
  }

  @Test("To refuse or to halt, nothing needs to be proved", .timeLimit(.minutes(5)))
  func refusing() async throws {
    let console = try await OpenConsole("days=3", "passphrase=correct horse", stage: EmptyStage())
    let guest = try await console.enter()
    let run = try await begin(console, guest)
    #expect(try await guest.post("/runs/\(run.id)/answer", ["number": "1", "answer": "no"]).status == 200)
    #expect(try await asked(console.server.runs).ended?.contains("The plan was not approved.") == true)
    let next = try await begin(console, guest)
    #expect(next.id != run.id)
    // One at a time.
    let id = try #require(await console.server.library.shelf()?.workflows.first?.workflow.id)
    #expect(try await guest.post("/workflows/\(id)/perform", ["set customer": "x"]).status == 409)
    #expect(try await guest.post("/runs/\(next.id)/halt").status == 200)
    let halted = try await asked(console.server.runs)
    #expect(halted.id == next.id && halted.ended?.contains("The run was stopped") == true)
    #expect(try await guest.post("/runs/none/halt").status == 409)
  }

  @Test("A run of a terminal is seen through a socket of its owner alone", .timeLimit(.minutes(5)))
  func socket() async throws {
    let console = try await OpenConsole("days=3")
    let shelf = try #require(await console.server.library.shelf())
    let workflow = try #require(shelf.workflows.first { $0.workflow.parameters.contains { $0.column == "amount" } })
    let compiled = try CompiledWorkflow(
      workflow.workflow, inputs: Inputs(rows: [["customer": "Adler", "amount": "1.50", "due": "2026-11-24"]]))
    let desk = RunDesk(of: compiled, at: console.clock.now())
    let socket = try #require(RunSocket(of: desk, in: console.home))
    let folder = RunSocket.folder(of: console.home)
    for (path, permissions) in [(folder.path, 0o700), (folder.appending(path: "\(desk.id).sock").path, 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(found?.intValue == permissions)
    }
    async let approved = desk.approve(compiled.plan)
    let view = try await asked(console.server.runs)
    #expect(view == (await desk.view))
    #expect(await !console.server.runs.answer("yes", to: 2, of: desk.id))
    #expect(await !console.server.runs.answer("yes", to: 1, of: "../\(desk.id)"))
    #expect(await console.server.runs.answer("yes", to: 1, of: desk.id))
    #expect(try await approved)
    async let answer = desk.answer(Question(key: "k", text: "Which?"))
    #expect(try await asked(console.server.runs).asked?.title == "Which?")
    #expect(await console.server.runs.stop(desk.id))
    #expect(try await answer == nil)
    // Stopped, it asks nothing more.
    #expect(try await desk.approve(compiled.plan) == false)
    socket.close()
    #expect(await console.server.runs.views().isEmpty)
  }
}
