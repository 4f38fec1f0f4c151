/// What is known of a step's value before the step is reached.
public enum PlannedValue: Sendable, Codable, Hashable {
  /// The step has no value.
  case none
  case known(String)
  /// Read from a page when the step is reached: what is read, in words.
  case read(String)
  /// Asked of the person when the step is reached.
  case asked(String)
  /// A secret, asked of the person when the step is reached and never kept.
  case secret

  /// The text that stands for it in a table.
  public var text: String {
    switch self {
    case .none: ""
    case .known(let text): text
    case .read(let what): "‹read: \(what)›"
    case .asked(let what): "‹asked: \(what)›"
    case .secret: "‹secret›"
    }
  }
}
