import Perform
import Surfaces
import Testing
import Trace

// Suites of this name run alone, after all others: what is promised within a tenth of a second is not promised on
// cores that a hundred other tests share.
@Suite("What is cancelled stops at once", .serialized)
struct PromptnessTests {
  @Test("A cancelled run stops within a tenth of a second")
  func cancelled() async throws {
    let surface = await Invoices.surface()
    await surface.slowDown()
    let performer = Performer(surfaces: [surface], approver: Person())
    let task = Task { [compiled = try CompiledWorkflow(Invoices.enter, inputs: Inputs(rows: Invoices.rows))] in
      await performer.perform(compiled)
    }
    while await !surface.isWaiting { await Task.yield() }
    let start = ContinuousClock.now
    task.cancel()
    let run = await task.value
    #expect(ContinuousClock.now - start < .milliseconds(100))
    guard case .halted(let halt) = run.status else {
      Issue.record("It went on.")
      return
    }
    #expect(halt.code == .cancelled)
  }
}
