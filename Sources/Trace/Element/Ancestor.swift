/// An element around another one, in short.
public struct Ancestor: Sendable, Codable, Hashable {
  public var role: Role
  public var name: String
  /// `tag` and `id` and whatever else tells it apart cheaply.
  public var attributes: [String: String]
  /// Its place among its parent's children of the same tag or role, from 0.
  public var index: Int

  public init(role: Role, name: String = "", attributes: [String: String] = [:], index: Int = 0) {
    self.role = role
    self.name = name
    self.attributes = attributes
    self.index = index
  }
}
