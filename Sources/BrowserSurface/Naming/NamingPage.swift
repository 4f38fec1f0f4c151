import Foundation
import Surfaces

/// A page of our own in the recorded browser, seen by nobody, in which the browser says what sketched elements are and
/// are called.
///
/// Recorded pages need not keep an accessibility tree then, which would make them half as slow again. The page belongs
/// to a context of its own, loads nothing, and holds one sketch at a time.
actor NamingPage {
  private let connection: DevToolsConnection
  private let session: SessionID
  /// What was said lately: a person often does something with the same element again.
  private var said: [Sketch: [Identity]] = [:]

  private init(connection: DevToolsConnection, session: SessionID) {
    self.connection = connection
    self.session = session
  }

  /// A target of its own for such a page. Make it ready with ``open(_:over:)``.
  static func target(over connection: DevToolsConnection) async throws(SurfaceError) -> String {
    struct Context: Decodable { var browserContextId: String }
    struct Created: Decodable { var targetId: String }
    let context = try await connection.call(
      "Target.createBrowserContext", ["disposeOnDetach": true], as: Context.self
    ).browserContextId
    return try await connection.call(
      "Target.createTarget", ["url": "about:blank", "browserContextId": context, "hidden": true], as: Created.self
    ).targetId
  }

  /// Makes the page ready in its target.
  static func open(_ target: String, over connection: DevToolsConnection) async throws(SurfaceError) -> NamingPage {
    struct Attached: Decodable { var sessionId: SessionID }
    let session = try await connection.call(
      "Target.attachToTarget", ["targetId": target, "flatten": true], as: Attached.self
    ).sessionId
    let page = NamingPage(connection: connection, session: session)
    // Ready before the first question.
    _ = try await page.answer(to: script)
    return page
  }

  /// The element and those around it, in the order of their marks.
  func identities(of sketch: Sketch) async throws(SurfaceError) -> [Identity] {
    if let known = said[sketch] { return known }
    guard let json = try? JSONEncoder().encode(sketch) else { return [] }
    let question = "globalThis.say?.(\(String(decoding: json, as: UTF8.self)))"
    var identities: [Identity]?
    for _ in 0..<Self.attempts {
      identities = try await answer(to: question)
      if identities != nil { break }
      // A page that is new, or was loaded anew, has no scripts yet.
      _ = try await answer(to: Self.script)
    }
    guard let identities else { throw SurfaceError(.failed, "The browser did not say what an element is called.") }
    if said.count >= Self.memory { said = [:] }
    said[sketch] = identities
    return identities
  }

  /// What the page answers; nil where it answers nothing. What is asked while a document gives way to the next one is
  /// never answered.
  private func answer(to question: String) async throws(SurfaceError) -> [Identity]? {
    struct Evaluated: Decodable {
      struct Result: Decodable { var value: [Identity]? }
      var result: Result
    }
    let reply = connection.send(
      "Runtime.evaluate", ["expression": question, "returnByValue": true], in: session)
    let limit = Task {
      try? await Task.sleep(for: Self.patience)
      reply.arrive(.failure(SurfaceError(.timedOut, "The browser did not say what an element is called.")))
    }
    defer { limit.cancel() }
    do {
      return try await reply.value(as: Evaluated.self).result.value
    } catch {
      guard error.code == .timedOut else { throw error }
      return nil
    }
  }

  private static let attempts = 3
  private static let patience = Duration.milliseconds(250)
  /// How many answers are kept.
  private static let memory = 500

  private static let script =
    "((next) => {\n"
    + [
      PackageResources.world_js, PackageResources.identity_js, PackageResources.naming_js,
    ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "\n})(null)"
}
