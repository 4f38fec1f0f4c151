/// Where a step's argument can come from, given what was done before it.
public enum ArgumentSource: Sendable, Codable, Hashable, CustomStringConvertible {
  /// It is the same every time.
  case constant(String)
  /// What was last put on the clipboard.
  case clipboard
  /// What the latest step of this class was given.
  case argument(of: StepClass)
  /// The name or text of the element of the latest step of this class.
  case text(of: StepClass)
  /// The cell of this column, in the row of an open file that the work is at.
  case column(String)

  /// What it says in words.
  public var description: String {
    switch self {
    case .constant: "always the same"
    case .clipboard: "what was copied before"
    case .argument(let step): "what was given to “\(step)” before"
    case .text(let step): "the text of what “\(step)” was done to before"
    case .column(let name): "the column “\(name)” of the file"
    }
  }
}

/// What a step will be given, where that comes from, and how sure it is.
public struct ArgumentPrediction: Sendable, Codable, Hashable {
  public var value: String
  public var source: ArgumentSource
  /// How often the source was right before, 0…1, counted with one half of a hit and one half of a miss on top.
  public var confidence: Double

  public init(value: String, source: ArgumentSource, confidence: Double) {
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}
