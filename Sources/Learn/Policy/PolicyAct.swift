/// What a policy does to a node of a scene.
public enum PolicyAct: Sendable, Codable, Hashable {
  case click
  /// The pointer comes to it and rests: what a menu opens by.
  case hover
  /// The whole text of a field afterwards.
  case fill(String)
  /// The label of what is chosen from a list.
  case select(String)
  /// The Enter key, in a field.
  case enter

  var verb: String {
    switch self {
    case .click: "click"
    case .hover: "hover"
    case .fill: "fill"
    case .select: "select"
    case .enter: "enter"
    }
  }
}
