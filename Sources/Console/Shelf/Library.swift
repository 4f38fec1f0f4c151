import Foundation
import Journal
import Report
import Surfaces
import Trace

/// Keeps the shelf and the audit, made in the background and made anew when something was recorded, erased or taught.
actor Library {
  enum State: Sendable {
    case reading
    case ready(Shelf)
    /// A full sentence.
    case failed(String)
  }

  enum AuditState: Sendable {
    case making
    case ready(Audit)
    case failed(String)
  }

  private let home: Home
  private let clock: any WallClock
  private let calendar: Calendar
  private var key: PersonKey
  private var current: Shelf?
  private var problem: String?
  private var reading: Task<Void, Never>?
  private var audit: AuditState?
  /// Rises with whatever makes what is held out of date.
  private var generation = 0

  init(home: Home, key: PersonKey, clock: any WallClock, calendar: Calendar = .current) {
    self.home = home
    self.key = key
    self.clock = clock
    self.calendar = calendar
  }

  /// What is there now; begins to read where nothing is.
  func state() -> State {
    if let current { return .ready(current) }
    if let problem { return .failed(problem) }
    read()
    return .reading
  }

  /// Forgets what is held and reads anew: something was erased, taught or recorded.
  ///
  /// - Parameter key: the person's key, where it was replaced.
  func renew(with key: PersonKey? = nil) {
    if let key { self.key = key }
    generation += 1
    (current, problem, audit, reading) = (nil, nil, nil, nil)
    read()
  }

  /// The person's key, for what is done with their consent.
  func personKey() -> PersonKey { key }

  /// The shelf, once it is read.
  func shelf() async -> Shelf? {
    read()
    await reading?.value
    return current
  }

  private func read() {
    guard reading == nil, current == nil else { return }
    let (generation, home, key, now) = (generation, home, key, clock.now())
    reading = Task.detached(priority: .utility) {
      let result: Result<Shelf, any Error>
      do { result = .success(try await Shelf.read(from: home, with: key, at: now)) } catch { result = .failure(error) }
      await self.put(result, of: generation)
    }
  }

  private func put(_ result: Result<Shelf, any Error>, of generation: Int) {
    guard generation == self.generation else { return }
    reading = nil
    switch result {
    case .success(let shelf): current = shelf
    case .failure(let error): problem = Library.sentence(error)
    }
  }

  /// The audit; begins to make it where there is none.
  func auditState() -> AuditState {
    if let audit { return audit }
    audit = .making
    let (generation, home, key, now, calendar) = (generation, home, key, clock.now(), calendar)
    Task.detached(priority: .utility) {
      let result: AuditState
      do {
        result = .ready(try await Library.audit(of: home, with: key, at: now, calendar))
      } catch {
        result = .failed(Library.sentence(error))
      }
      await self.put(result, of: generation)
    }
    return .making
  }

  /// The audit as far as it was asked for; nil where it was not.
  func knownAudit() -> AuditState? { audit }

  private func put(_ state: AuditState, of generation: Int) {
    if generation == self.generation { audit = state }
  }

  private static func sentence(_ error: any Error) -> String {
    (error as? JournalError)?.reason ?? "What was recorded could not be read. Run `understudy doctor`."
  }
}
