import Foundation
import Surfaces

/// Calls functions of the module's own world in a document.
extension Chromium {
  /// The module's own world in a frame's document.
  func world(of frame: PageFrame) async throws(SurfaceError) -> ContextID {
    if let world = pages.frames[frame.id]?.world { return world }
    struct Created: Decodable { var executionContextId: ContextID }
    // The world is there from the document's start; asking for it by its name only tells which it is.
    return try await connection.call(
      "Page.createIsolatedWorld", ["frameId": frame.id, "worldName": PageScripts.world], in: frame.session,
      as: Created.self
    ).executionContextId
  }

  /// Calls a function in a world and decodes what it returns.
  func evaluate<Value: Decodable & Sendable>(
    _ call: PageCall, in world: ContextID, session: SessionID, as type: Value.Type = Value.self
  ) async throws(SurfaceError) -> Value {
    let reply = try await connection.call(
      "Runtime.evaluate",
      ["expression": call.expression, "contextId": world, "returnByValue": true, "awaitPromise": true],
      in: session, as: Evaluation<Value>.self)
    guard let value = reply.result.value else {
      throw SurfaceError(.failed, "A page did not answer \(call.function): \(reply.complaint). Look again.")
    }
    return value.value
  }

  /// Calls a function in the world of an element.
  func evaluate<Value: Decodable & Sendable>(
    _ call: PageCall, at element: ElementReference, as type: Value.Type = Value.self
  ) async throws(SurfaceError) -> Value {
    guard let frame = pages.frames[element.frame] else { throw .gone }
    do {
      return try await evaluate(call, in: element.world, session: frame.session, as: type)
    } catch {
      // Another document is there now, and with it another world.
      throw error.code == .failed && pages.frames[element.frame]?.world != element.world ? .gone : error
    }
  }

  /// Calls a function in a frame's present document.
  func evaluate<Value: Decodable & Sendable>(
    _ call: PageCall, in frame: PageFrame, as type: Value.Type = Value.self
  ) async throws(SurfaceError) -> Value {
    try await evaluate(call, in: try await world(of: frame), session: frame.session, as: type)
  }
}

/// The reply of `Runtime.evaluate` with `returnByValue`.
private struct Evaluation<Value: Decodable & Sendable>: Decodable, Sendable {
  struct Result: Decodable, Sendable {
    var value: Wrapped?
  }
  struct Wrapped: Decodable, Sendable {
    var value: Value
  }
  struct Details: Decodable, Sendable {
    struct Exception: Decodable, Sendable { var className: String? }
    var text: String
    var exception: Exception?
  }
  var result: Result
  var exceptionDetails: Details?

  /// What went wrong, without anything of the page.
  var complaint: String { exceptionDetails?.exception?.className ?? "no value" }
}

extension SurfaceError {
  static let gone = SurfaceError(.elementNotFound, "The element is not in the page any more. Look again.")
}
