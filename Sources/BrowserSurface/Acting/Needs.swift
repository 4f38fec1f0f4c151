import Surfaces
import Trace

/// What must hold of an element before it is acted on.
struct Needs: Encodable, Sendable {
  /// Where in the element, as shares of its width and height; nil for the middle of what can be seen of it.
  var position: Point?
  /// It must take text.
  var editable = false
  /// Where it is not drawn itself, its label will do.
  var standIn = false
  /// It is not hit by a pointer: it may be covered.
  var anywhere = false
  /// The pointer is used: only the element may get its events.
  var pointer = true
  /// It must stand still for two frames: whatever is hit by a pointer must.
  var still = true
  var token = 0
  /// Milliseconds.
  var limit = 0.0
}

/// What `act.ready` answers.
struct Readiness: Decodable, Sendable {
  /// For a field that was to get the focus: what kind it is, and whether it has the focus.
  var kind: String?
  var isFocused: Bool?
  var x: Double?
  var y: Double?
  /// The element that is acted on: the one asked for, or what stands in for it.
  var number: Int?
  var reason: String?
  /// The tag of what covers it.
  var by: String?

  /// Why it cannot be acted on.
  var refusal: SurfaceError {
    switch reason {
    case "gone": .gone
    case "changed": SurfaceError(.changed, "The element is not what it was when it was looked at. Look again.")
    case "hidden": SurfaceError(.notActionable, "The element is there but cannot be seen. Make it visible first.")
    case "disabled": SurfaceError(.notActionable, "The element is disabled. Do first what enables it.")
    case "readonly": SurfaceError(.notActionable, "The field cannot be written in. Do first what opens it.")
    case "moving":
      SurfaceError(.notActionable, "The element does not stand still. Wait until the page has come to rest.")
    case "covered":
      SurfaceError(.notActionable, "The element is covered\(by.map { " by a \($0)" } ?? ""). Close what lies over it.")
    default: SurfaceError(.notActionable, "The element cannot be brought into view. Enlarge the window.")
    }
  }
}
