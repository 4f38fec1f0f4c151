import Hummingbird

/// What is known of a request on its way: who asks.
struct ConsoleContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Set by ``DoorCheck``; nil outside of a room.
  var session: Session?
  /// Whether the session was unused for so long that only a confirmation opens it.
  var isLocked = false

  init(source: Source) {
    coreContext = .init(source: source)
  }

  /// The most that a page has to say.
  var maxUploadSize: Int { 64 * 1024 }
}
