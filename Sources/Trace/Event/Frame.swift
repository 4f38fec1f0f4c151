public import Foundation

/// A picture of a surface at an instant.
public struct Frame: Sendable, Codable, Hashable {
  /// Names the picture; the same pixels may be shared by several events.
  public var id: String
  /// For example `image/jpeg`.
  public var mediaType: String
  /// Size in pixels of the picture.
  public var width: Int
  public var height: Int
  /// Pixels of the picture per unit of ``Bounds``.
  public var scale: Double
  /// Where its upper left corner is among ``Bounds``, such as those of elements; nil where they begin there.
  public var origin: Point?
  /// What was painted over: the bounds of whatever in it may not be kept; empty where there was nothing. Nil where the
  /// surface could not tell: the pixels are then never kept.
  public var masked: [Bounds]?
  /// The texts it shows, as long as the guard has not looked at them: what it would withhold of them it paints over.
  /// They are not encoded.
  public var drawn: [DrawnText] = []
  /// The encoded picture. It is kept apart from the event: nil once stored, until somebody asks for it.
  public var pixels: Data?

  private enum CodingKeys: String, CodingKey {
    case id, mediaType, width, height, scale, origin, masked, pixels
  }

  public init(
    id: String, mediaType: String, width: Int, height: Int, scale: Double = 1, origin: Point? = nil,
    masked: [Bounds]? = nil,
    drawn: [DrawnText] = [], pixels: Data? = nil
  ) {
    self.id = id
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.scale = scale
    self.origin = origin
    self.masked = masked
    self.drawn = drawn
    self.pixels = pixels
  }
}
