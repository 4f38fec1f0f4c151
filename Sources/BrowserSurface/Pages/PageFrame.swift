/// A frame of a page: its main frame, or one inside another, in the same process or in one of its own.
struct PageFrame: Sendable, Hashable, Identifiable {
  var id: FrameID
  var parent: FrameID?
  var tab: TabID
  /// The conversation in which the frame's document is found.
  var session: SessionID
  /// The address of its document.
  var url: String
  /// The origin of its document; nil until the module's own world is there.
  var origin: String?

  /// What the browser calls the origin of a document that is still coming.
  static let unsettled = "://"

  /// Whether the module's own world was made while the document was still coming: it has the origin of the document's own
  /// scripts then.
  var isUnsettled = false

  /// The module's own JavaScript world in the frame's document; nil until it is there.
  var world: ContextID?

  /// The world of the document's own scripts; nil until it is there.
  var scriptWorld: ScriptWorld?

  struct ScriptWorld: Sendable, Hashable {
    var context: ContextID
    var origin: String
  }
}
