import Trace

extension Modifier {
  /// As X names it.
  var xName: String {
    switch self {
    case .alt: "Mod1"
    case .control: "Control"
    case .meta: "Mod4"
    case .shift: "Shift"
    }
  }
}
