import Journal
import Perform
import Surfaces
import Trace

/// Begins runs in the name of the console's pages: opens the surfaces that they need.
public protocol RunStage: Sendable {
  /// Performs it, asking at the desk, until it is done or the task is cancelled; returns how it ended in a sentence.
  func perform(_ performance: Performance, at desk: RunDesk) async throws -> String
}

/// The runs that go on now: those that a page began, and those of terminals.
actor Runs {
  private let home: Home
  private var desks: [RunDesk] = []
  private var tasks: [String: Task<Void, Never>] = [:]
  /// While one is begun, no other is.
  private var isBeginning = false

  init(home: Home) { self.home = home }

  /// Begins a run; only one at a time is begun by pages.
  func begin(_ performance: Performance, on stage: any RunStage, at now: Moment) async throws {
    let goesOn = ActionProblem("A run that was begun here goes on still. Halt it first, or wait until it is done.")
    guard !isBeginning else { throw goesOn }
    isBeginning = true
    defer { isBeginning = false }
    for desk in desks where await desk.view.ended == nil { throw goesOn }
    let desk = RunDesk(of: performance.workflow, at: now)
    // Of those that have ended the last one stays to be seen.
    desks = desks.suffix(1) + [desk]
    let task = Task.detached {
      do {
        await desk.end(try await stage.perform(performance, at: desk))
      } catch {
        await desk.end(ConsoleServer.reason(of: error) ?? "It stopped: \(error)")
      }
    }
    tasks[desk.id] = task
    await desk.halting { task.cancel() }
  }

  /// Every run as it is now, the latest first.
  func views() async -> [RunView] {
    var views: [RunView] = []
    for desk in desks { views.append(await desk.view) }
    for name in RunSocket.names(in: home) {
      if let view = await RunSocket.ask(name, .look, in: home)?.view { views.append(view) }
    }
    return views.sorted { ($1.begun, $1.id) < ($0.begun, $0.id) }
  }

  func view(_ id: String) async -> RunView? { await views().first { $0.id == id } }

  /// Answers a question; false where it does not wait any more.
  func answer(_ text: String?, to number: Int, of id: String) async -> Bool {
    if let desk = desks.first(where: { $0.id == id }) { return await desk.answer(text, to: number) }
    return await RunSocket.ask(id, .answer(text, number: number), in: home)?.isTaken ?? false
  }

  /// Stops a run before its next input; false where it is not there any more.
  func stop(_ id: String) async -> Bool {
    if let desk = desks.first(where: { $0.id == id }) {
      await desk.stop()
      return true
    }
    return await RunSocket.ask(id, .stop, in: home)?.isTaken ?? false
  }

  /// Stops what pages began, and waits until it has.
  func end() async {
    for desk in desks { await desk.stop() }
    for task in tasks.values { await task.value }
  }
}
