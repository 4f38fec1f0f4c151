/// A text that a picture shows, for the guard to read, which cannot read pixels. It is never kept.
public struct DrawnText: Sendable, Codable, Hashable {
  /// Nil where something is drawn that may be a text and cannot be read: an image, a film, a drawing.
  public var text: String?
  /// What it is called by: a field's label, a column's heading.
  public var label: String
  /// Where it is drawn.
  public var bounds: [Bounds]

  public init(_ text: String?, label: String = "", bounds: [Bounds]) {
    self.text = text
    self.label = label
    self.bounds = bounds
  }
}
