import Foundation
import Surfaces
import Synchronization

/// The conversation with a browser: calls and their replies, events and who listens to them.
///
/// Calls are put on the wire in the order in which they are made, by whoever makes them: ``post(_:_:in:)`` and
/// ``send(_:_:in:)`` take their turn under one lock. It does no input or output itself:
/// whoever owns the pipe writes what ``outgoing`` yields and hands what it reads to ``receive(_:)``.
final class DevToolsConnection: Sendable {
  /// Whole messages in wire order, each with its closing NUL.
  let outgoing: AsyncStream<Data>

  private struct Listener {
    var methods: Set<String>?
    var session: SessionID?
    var events: AsyncStream<DevToolsEvent>.Continuation
  }

  private struct State {
    var lastID = 0
    var waiting: [Int: PendingReply] = [:]
    var listeners: [Int: Listener] = [:]
    var unfinished = Data()
    var end: SurfaceError?
    var misunderstood: Set<String> = []
  }

  private let state = Mutex(State())
  private let wire: AsyncStream<Data>.Continuation

  init() {
    (outgoing, wire) = AsyncStream.makeStream(of: Data.self)
  }

  // MARK: - Calls

  /// Sends a call and does not wait for its reply.
  ///
  /// For calls whose effect is seen otherwise, or that must stand in a fixed order: a failure is not told.
  func post(_ method: String, _ parameters: DevToolsParameters = [:], in session: SessionID? = nil) {
    guard let body = try? Self.body(method, parameters, session) else { return }
    state.withLock { state in
      state.lastID += 1
      put(body, id: state.lastID)
    }
  }

  /// Sends a call now; its reply may be waited for later, or never.
  func send(
    _ method: String, _ parameters: DevToolsParameters = [:], in session: SessionID? = nil
  ) -> PendingReply {
    let reply = PendingReply(method: method)
    guard let body = try? Self.body(method, parameters, session) else {
      reply.arrive(.failure(SurfaceError(.failed, "The parameters of \(method) cannot be written as JSON.")))
      return reply
    }
    let end = state.withLock { state in
      state.lastID += 1
      if state.end == nil { state.waiting[state.lastID] = reply }
      put(body, id: state.lastID)
      return state.end
    }
    if let end { reply.arrive(.failure(end)) }
    return reply
  }

  /// Sends a call and waits for its reply.
  ///
  /// Never wait for the reply to an input event without listening for dialogs too: while one is open, the page
  /// answers nothing. Ends with an error when the waiting task is cancelled.
  func call<Reply: Decodable & Sendable>(
    _ method: String, _ parameters: DevToolsParameters = [:], in session: SessionID? = nil,
    as type: Reply.Type = Acknowledged.self
  ) async throws(SurfaceError) -> Reply {
    try await send(method, parameters, in: session).value(as: type)
  }

  // MARK: - Events

  /// What the browser says from now on, in order: of these methods (nil for all), in this session (nil for all).
  ///
  /// Listen before making the call that causes the event. The stream ends with the browser.
  func events(of methods: Set<String>? = nil, in session: SessionID? = nil) -> AsyncStream<DevToolsEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: DevToolsEvent.self)
    let id: Int? = state.withLock { state in
      guard state.end == nil else { return nil }
      state.lastID += 1
      state.listeners[state.lastID] = Listener(methods: methods, session: session, events: continuation)
      return state.lastID
    }
    guard let id else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
    }
    return stream
  }

  // MARK: - The pipe's side

  /// Takes bytes from the browser; messages may be cut anywhere.
  func receive(_ bytes: Data) {
    let messages = state.withLock { state in
      state.unfinished.append(bytes)
      guard bytes.contains(0) else { return [Data]() }
      var parts = state.unfinished.split(separator: 0, omittingEmptySubsequences: false).map { Data($0) }
      state.unfinished = parts.removeLast()
      return parts
    }
    for message in messages {
      DevToolsMessage(message).map(deliver)
    }
  }

  /// Ends ``outgoing``: nobody reads any more.
  func stopSending() { wire.finish() }

  /// Ends the conversation: every waiting call fails with `reason`, every stream of events ends.
  func end(_ reason: SurfaceError) {
    let (waiting, listeners) = state.withLock { state in
      state.end = state.end ?? reason
      defer {
        state.waiting = [:]
        state.listeners = [:]
      }
      return (Array(state.waiting.values), state.listeners.values.map(\.events))
    }
    for reply in waiting { reply.arrive(.failure(reason)) }
    for events in listeners { events.finish() }
    wire.finish()
  }

  /// Notes that an event came in a form that is not understood: a newer browser, or a mistake here.
  func misunderstood(_ method: String) { state.withLock { _ = $0.misunderstood.insert(method) } }

  /// The events that came in a form that is not understood.
  var misunderstandings: Set<String> { state.withLock(\.misunderstood) }

  /// Why the conversation has ended; nil while it goes on.
  var ended: SurfaceError? { state.withLock(\.end) }

  private func deliver(_ message: DevToolsMessage) {
    if let id = message.id {
      guard let reply = state.withLock({ $0.waiting.removeValue(forKey: id) }) else { return }
      reply.arrive(Self.result(of: message, method: reply.method))
    } else if let method = message.method {
      let event = DevToolsEvent(method: method, session: message.session, params: message.params ?? Data("{}".utf8))
      state.withLock { state in
        for listener in state.listeners.values
        where listener.methods?.contains(method) ?? true && (listener.session ?? event.session) == event.session {
          listener.events.yield(event)
        }
      }
    }
  }

  /// Under the lock, so that the wire keeps the order of the calls.
  private func put(_ body: Data, id: Int) {
    var message = Data(#"{"id":\#(id),"#.utf8)
    message.append(body)
    message.append(0)
    wire.yield(message)
  }

  private static func body(
    _ method: String, _ parameters: DevToolsParameters, _ session: SessionID?
  ) throws -> Data {
    var body = Data(#""method":"\#(method)","#.utf8)
    if let session { body.append(Data(#""sessionId":"\#(session.rawValue)","#.utf8)) }
    body.append(Data(#""params":"#.utf8))
    body.append(try JSONEncoder().encode(parameters))
    body.append(UInt8(ascii: "}"))
    return body
  }

  private static func result(of message: DevToolsMessage, method: String) -> Result<Data, SurfaceError> {
    struct Refusal: Decodable {
      var code: Int
      var message: String
    }
    guard let error = message.error else { return .success(message.result ?? Data("{}".utf8)) }
    guard let refusal = try? JSONDecoder().decode(Refusal.self, from: error) else {
      return .failure(SurfaceError(.failed, "The browser refused \(method)."))
    }
    // -32001: the session is gone, with its tab or frame.
    return .failure(
      SurfaceError(refusal.code == -32001 ? .closed : .failed, "The browser refused \(method): \(refusal.message)"))
  }
}
