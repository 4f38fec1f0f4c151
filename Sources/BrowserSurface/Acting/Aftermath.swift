import Foundation
import Surfaces
import Synchronization
import Trace

/// What follows an action in a tab, collected from the browser's events while they come.
///
/// It waits for events, not for time: ``wait(atMost:until:)`` is woken by each one.
final class Aftermath: Sendable {
  /// What has been seen so far.
  struct State: Sendable {
    /// The conversations with the tab's frames.
    var sessions: Set<SessionID>
    /// The frame acted in and those around it: what they do counts, what a frame elsewhere does, does not.
    var frames: Set<FrameID>
    var signals: [Signal] = []
    /// Frames whose document is being loaded.
    var loading: Set<FrameID> = []
    /// Frames that have asked for another document, and do not show it yet.
    var expected: Set<FrameID> = []
    /// The requests of pages that are under way, by their id, and their addresses without the query.
    var requests: [String: String] = [:]
    /// Why a frame is about to show another document.
    var causes: [FrameID: NavigationCause] = [:]
    /// The page says that a navigation has begun, and nothing of it was seen yet.
    var isLeaving = false
    /// Whether anything of a navigation was seen.
    var hasMoved = false
    /// Whether the act entered something, and set nothing else going.
    var isEntry = false
    var dialog: Dialog?
    var isCrashed = false
    var isClosed = false
    /// Whether the pointer's first event arrived at the element; nil until it is known.
    var arrived: Bool?
    var opened: [TabID] = []
    /// Their documents: they are waited for, and what happens in them is not this tab's.
    var openedFrames: Set<FrameID> = []
    /// What a drag that the browser itself began carries.
    var drag: Data?
    /// The file chooser that opened: the field it is for.
    var chooser: Int?
    /// How many events came in all.
    var count = 0

    /// Whether nothing can be asked of the page now.
    var isInterrupted: Bool { dialog != nil || isCrashed || isClosed }
  }

  struct Dialog: Sendable, Hashable {
    var kind: String
    var message: String
  }

  private struct Waiter {
    var predicate: @Sendable (State) -> Bool
    var continuation: CheckedContinuation<Bool, Never>
    var timer: Task<Void, Never>
  }

  private struct Guarded {
    var state: State
    var waiters: [Int: Waiter] = [:]
    var lastWaiter = 0
  }

  let token: Int
  let tab: Tab
  private let guarded: Mutex<Guarded>
  private let listening: Mutex<Task<Void, Never>?> = Mutex(nil)

  /// Begins to listen at once: whatever is caused after this is seen.
  init(
    token: Int, tab: Tab, frames: Set<FrameID>, sessions: Set<SessionID>, connection: DevToolsConnection
  ) {
    self.token = token
    self.tab = tab
    guarded = Mutex(Guarded(state: State(sessions: sessions, frames: frames)))
    let events = connection.events(of: Self.methods)
    let task = Task { [weak self] in
      for await event in events { self?.take(event) }
      self?.update { $0.isClosed = true }
    }
    listening.withLock { $0 = task }
  }

  deinit { stop() }

  /// Listens no more.
  func stop() { listening.withLock { $0?.cancel() } }

  var state: State { guarded.withLock(\.state) }

  /// Changes what was seen and wakes whoever waited for it.
  func update(_ body: (inout State) -> Void) {
    let woken = guarded.withLock { guarded in
      body(&guarded.state)
      guarded.state.count += 1
      let ready = guarded.waiters.filter { $0.value.predicate(guarded.state) }
      for id in ready.keys { guarded.waiters[id] = nil }
      return ready.values.map { $0 }
    }
    for waiter in woken {
      waiter.timer.cancel()
      waiter.continuation.resume(returning: true)
    }
  }

  /// Waits until what was seen satisfies a predicate; false where it did not in time, or when the task is cancelled.
  @discardableResult
  func wait(atMost limit: Duration, until predicate: @escaping @Sendable (State) -> Bool) async -> Bool {
    let id = guarded.withLock { guarded in
      guarded.lastWaiter += 1
      return guarded.lastWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = guarded.withLock { guarded in
          if predicate(guarded.state) { return true }
          if Task.isCancelled || limit <= .zero { return false }
          let timer = Task { [weak self] in
            // Woken early only by being cancelled: then nobody waits any more.
            guard (try? await Task.sleep(for: limit)) != nil else { return }
            self?.giveUp(id)
          }
          guarded.waiters[id] = Waiter(predicate: predicate, continuation: continuation, timer: timer)
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      giveUp(id)
    }
  }

  private func giveUp(_ id: Int) {
    guard let waiter = guarded.withLock({ $0.waiters.removeValue(forKey: id) }) else { return }
    waiter.timer.cancel()
    waiter.continuation.resume(returning: false)
  }
}
