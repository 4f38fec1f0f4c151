/// A file that was uploaded or downloaded: what it is called and how big it is, never what is in it.
public struct FileDescription: Sendable, Codable, Hashable {
  public var name: String
  /// For example `text/csv`; empty where unknown.
  public var mediaType: String
  /// Size in bytes, where known.
  public var size: Int?

  public init(name: String, mediaType: String = "", size: Int? = nil) {
    self.name = name
    self.mediaType = mediaType
    self.size = size
  }
}
