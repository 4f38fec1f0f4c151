import Foundation
import Surfaces
import Synchronization

/// The reply to a call that was sent: there already, or on its way. It is waited for once.
final class PendingReply: Sendable {
  let method: String

  private struct State {
    var result: Result<Data, SurfaceError>?
    var waiting: CheckedContinuation<Result<Data, SurfaceError>, Never>?
  }

  private let state = Mutex(State())

  init(method: String) {
    self.method = method
  }

  /// Waits for the reply. Gives up when the waiting task is cancelled.
  func value<Reply: Decodable & Sendable>(as type: Reply.Type = Acknowledged.self) async throws(SurfaceError) -> Reply {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let result = state.withLock { state in
          if state.result == nil { state.waiting = continuation }
          return state.result
        }
        if let result { continuation.resume(returning: result) }
      }
    } onCancel: {
      arrive(.failure(SurfaceError(.timedOut, "Waiting for the browser's answer to \(method) was given up.")))
    }
    let data = try result.get()
    do { return try JSONDecoder().decode(type, from: data) } catch {
      throw SurfaceError(.failed, "The browser answered \(method) in a form that is not understood.")
    }
  }

  /// Takes the reply, or why there is none. Only the first counts.
  func arrive(_ result: Result<Data, SurfaceError>) {
    let waiting = state.withLock { state in
      guard state.result == nil else { return nil as CheckedContinuation<Result<Data, SurfaceError>, Never>? }
      state.result = result
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: result)
  }
}
