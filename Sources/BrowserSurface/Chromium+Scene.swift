public import Surfaces
public import Trace

extension Chromium {
  /// All that is drawn in the tab that is acted on, in its own document: at most so many nodes.
  ///
  /// A node's handle is an element's, to be acted on as one of an observation is.
  public func scene(count: Int = 4_000) async throws(SurfaceError) -> Scene {
    let tab = try activeTab()
    guard let frame = pages.frames[tab.mainFrame] else { throw .gone }
    let world = try await world(of: frame)
    let drawn = try await evaluate(
      PageCall("scene", ["count": count]), in: world, session: frame.session, as: [DrawnNode].self)
    return Scene(
      nodes: drawn.map { node in
        SceneNode(
          parent: node.parent,
          handle: node.number.map { ElementReference(frame: frame.id, world: world, number: $0).handle.rawValue },
          tag: node.tag, type: node.type, id: node.id, classes: node.classes, text: node.text, value: node.value,
          isChecked: node.isChecked, isFocused: node.isFocused, bounds: node.bounds,
          reach: node.reach, color: SceneColor(css: node.color),
          options: node.options ?? [], hints: node.hints)
      })
  }

  /// Runs a script in the world of the page itself and returns the text it answers with: for benchmarks and tests,
  /// which stand on the page's side. Nothing that watches or acts uses it.
  package func runInPage(_ script: String) async throws(SurfaceError) -> String {
    struct Reply: Decodable, Sendable {
      struct Result: Decodable, Sendable { var value: String? }
      struct Details: Decodable, Sendable { var text: String }
      var result: Result
      var exceptionDetails: Details?
    }
    let tab = try activeTab()
    let reply = try await connection.call(
      "Runtime.evaluate", ["expression": script, "returnByValue": true, "awaitPromise": true], in: tab.session,
      as: Reply.self)
    guard let value = reply.result.value, reply.exceptionDetails == nil else {
      throw SurfaceError(.failed, "The page's script did not answer with a text. Look at the script.")
    }
    return value
  }
}

/// What `scene` answers.
private struct DrawnNode: Decodable, Sendable {
  var parent: Int?
  var number: Int?
  var tag: String
  var type: String?
  var id: String
  var classes: [String]
  var text: String
  var value: String?
  var isChecked: Bool?
  var isFocused: Bool
  var bounds: Bounds
  var reach: Point?
  var color: String
  var options: [String]?
  var hints: [String]
}
