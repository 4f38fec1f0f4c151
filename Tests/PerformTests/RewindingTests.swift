import Perform
import Testing
import Trace

@Suite("A run whose window is gone")
struct RewindingTests {
  private let compiled: CompiledWorkflow
  private let finished: Run

  init() async throws {
    compiled = try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: Invoices.rows))
    finished = try await perform(
      Invoices.enter, Inputs(rows: Invoices.rows), on: await Invoices.surface(), by: Person())
  }

  /// As it stood after so many steps of the second row.
  private func stopped(after count: Int) throws -> Run {
    let first = finished.done.count { $0.row == 0 }
    var run = compiled.run
    run.done = Array(finished.done.prefix(first + count))
    let opened = run.done.filter { $0.row == 1 && $0.step.hasPrefix("open ") }.count
    run.cursor = Cursor([.init(index: 0), .init(index: count - opened, round: 1)])
    return run
  }

  @Test("What was filled in and not sent is filled in anew, from the beginning of its row")
  func row() throws {
    let run = try stopped(after: 3)
    #expect(run.done.suffix(3).allSatisfy { $0.row == 1 })
    let rewound = compiled.rewound(run)
    #expect(rewound.cursor == Cursor([.init(index: 0), .init(index: 0, round: 1)]))
    #expect(rewound.done == finished.done.filter { $0.row == 0 })
  }

  @Test("A button that may add something each time is not pressed again")
  func button() throws {
    let press = Invoices.step("more", .click(Click()), on: .button("Preview"))
    let workflow = Invoices.workflow([.perform(Invoices.fillCustomer), .perform(press), .perform(Invoices.save)])
    let compiled = try CompiledWorkflow(workflow, inputs: Inputs(rows: [Invoices.rows[0]]))
    var run = compiled.run
    run.done = [finished.done[0], finished.done[1]].enumerated().map { number, done in
      var done = done
      done.step = number == 0 ? "customer" : "more"
      done.row = 0
      return done
    }
    run.cursor = Cursor([.init(index: 0), .init(index: 2, round: 0)])
    #expect(compiled.rewound(run) == run)
    run.done.removeLast()
    run.cursor = Cursor([.init(index: 0), .init(index: 1, round: 0)])
    #expect(compiled.rewound(run).done == [])
  }

  @Test("What was sent is not sent again: such a run stays where it is")
  func sent() throws {
    let run = try stopped(after: 4)
    #expect(run.done == finished.done)
    #expect(compiled.rewound(run) == run)
    var unsure = try stopped(after: 3)
    unsure.isUnconfirmed = true
    #expect(compiled.rewound(unsure) == unsure)
  }
}
