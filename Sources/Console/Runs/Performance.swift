import Guard
public import Journal
public import Perform
public import Surfaces
public import Trace
import Watch

/// A compiled workflow on its way to being performed: only where a grant lets it, noted in the ledger before its first
/// act, kept where it stops.
public struct Performance: Sendable {
  public let workflow: CompiledWorkflow
  /// The sessions that the workflow came from.
  public let sessions: Set<String>
  /// The run that it goes on from; nil begins anew.
  public let earlier: Run?
  private let home: Home
  private let key: PersonKey
  private let clock: any WallClock

  /// Throws ``JournalError`` where no grant lets it be performed, or nothing is there to resume.
  public init(
    _ workflow: CompiledWorkflow, from sessions: Set<String>, resuming: Bool, in home: Home, key: PersonKey,
    clock: any WallClock
  ) throws {
    let scopes = try GrantStore(home: home).scopes(for: .perform, at: clock.now())
    if let origin = workflow.plan.origins.first(where: { origin in !scopes.contains { $0.mentions(origin) } }) {
      throw JournalError(
        .notGranted,
        "No grant lets anything be performed at \(origin). Give one: understudy grant --browser \(origin)")
    }
    if let application = workflow.plan.applications.first(where: { name in
      !scopes.contains { $0.applications.contains(name) }
    }) {
      throw JournalError(
        .notGranted,
        "No grant lets anything be performed in \(application). Give one: understudy grant --app \(application)")
    }
    earlier = resuming ? try RunFile(home: home, workflow: workflow.workflow.id, key: key).read() : nil
    if resuming, earlier == nil {
      throw JournalError(.notFound, "There is no run of “\(workflow.workflow.name)” to resume. Begin it anew.")
    }
    (self.workflow, self.sessions, self.home, self.key, self.clock) = (workflow, sessions, home, key, clock)
  }

  /// Performs it on these surfaces, which show nothing yet, until it is done, stops, or the task is cancelled.
  ///
  /// - Parameter report: called after each step that was carried out.
  public func run(
    on surfaces: [any Surface], asking approver: any Approver,
    report: @escaping @Sendable (StepTemplate, Done) -> Void = { _, _ in }
  ) async throws -> Run {
    let noted = NotedApprover(approver: approver) {
      // Before the first act: what is performed is in the ledger, whatever happens then.
      try Ledger(home: home).append(
        LedgerEntry(.performed, at: clock.now(), subjects: [workflow.workflow.id], digest: workflow.digest))
    }
    let performer = Performer(surfaces: surfaces, approver: noted, report: report)
    let run: Run
    do {
      let read = try await performer.reading(workflow)
      run = await performer.perform(read, resuming: earlier.map { read.rewound($0) })
    } catch {
      var halted = earlier ?? workflow.run
      halted.status = .halted(error)
      run = halted
    }
    let file = RunFile(home: home, workflow: workflow.workflow.id, key: key)
    if run.status == .finished {
      // Another run of the workflow, with other values, may wait to be resumed.
      if let kept = try file.read(), kept.digest == run.digest { try file.remove() }
    } else if earlier != nil || !run.done.isEmpty || run.isUnconfirmed {
      // One that never began has nothing to go on from, and takes no place of one that has.
      try file.write(run, from: sessions)
    }
    return run
  }

  /// How a run ended, in a full sentence.
  public func sentence(of run: Run) -> String {
    guard case .halted(let halt) = run.status else {
      let rows = Set(run.done.compactMap(\.row)).count
      let seconds = run.done.reduce(0) { $0 + $1.seconds }
      return "Done: “\(workflow.workflow.name)”\(rows > 0 ? ", \(rows) \(rows == 1 ? "row" : "rows")" : ""), "
        + "\(run.done.count) steps in \((seconds * 10).rounded() / 10) s."
    }
    let step = halt.step.flatMap { id in workflow.workflow.program.steps.first { $0.id == id } }
    let at = step.map { " at “\($0.summary)”" } ?? ""
    return "Stopped\(at)\(halt.row.map { " in row \($0 + 1)" } ?? "") after \(run.done.count) steps. \(halt.reason)"
  }
}

/// Asks another one, and does something once a plan is approved.
private struct NotedApprover: Approver {
  var approver: any Approver
  var whenApproved: @Sendable () throws -> Void

  func approve(_ plan: Plan) async throws -> Bool {
    guard try await approver.approve(plan) else { return false }
    try whenApproved()
    return true
  }

  func approve(_ deviation: Deviation) async throws -> Bool { try await approver.approve(deviation) }
  func answer(_ question: Question) async throws -> String? { try await approver.answer(question) }
  func secret(for step: PlannedStep) async throws -> String? { try await approver.secret(for: step) }
}
