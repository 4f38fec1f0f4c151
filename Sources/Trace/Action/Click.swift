/// A click: which button, how often, with which keys held.
public struct Click: Sendable, Codable, Hashable {
  public enum Button: String, Sendable, Codable, Hashable {
    case left, middle, right
  }

  public var button: Button
  /// 1 for a click, 2 for a double click.
  public var count: Int
  @Sorted public var modifiers: Set<Modifier>
  /// Where in the element, as shares of its width and height, where that matters (a canvas, a map); else nil.
  public var position: Point?

  public init(button: Button = .left, count: Int = 1, modifiers: Set<Modifier> = [], position: Point? = nil) {
    self.button = button
    self.count = count
    self.modifiers = modifiers
    self.position = position
  }
}
