import Surfaces
import Trace

/// What acting keeps from one action to the next.
struct ActingState: Sendable {
  /// The sessions in which what follows an action is listened for.
  var prepared: Set<SessionID> = []
  /// Numbers the actions.
  var token = 0
  /// What was copied last by acting: what `paste` pastes as it is.
  var clipboard: String?
  /// The dialog that is open in a tab, and what was going on when it opened.
  var dialogs: [TabID: Aftermath] = [:]
  /// The element that each frame is in, by its number in its parent's world.
  var owners: [FrameID: ElementReference] = [:]
  /// Addresses of requests that go on for longer than anybody waits (polling): they are not waited for.
  var endless: Set<String> = []
}
