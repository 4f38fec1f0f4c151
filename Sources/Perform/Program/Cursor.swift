/// Where in a program a run is: the instruction at each level of nesting, outermost first.
public struct Cursor: Sendable, Codable, Hashable {
  /// One level of nesting.
  public struct Level: Sendable, Codable, Hashable {
    /// The instruction in this level's body.
    public var index: Int
    /// Which branch of the choice this level stands in, from 0.
    public var branch: Int?
    /// How often the loop this level stands in has gone round, from 0.
    public var round: Int?
    /// What tells the loop's items that were done from those that are left.
    public var done: [String]

    public init(index: Int = 0, branch: Int? = nil, round: Int? = nil, done: [String] = []) {
      self.index = index
      self.branch = branch
      self.round = round
      self.done = done
    }
  }

  public var levels: [Level]

  public init(_ levels: [Level] = [Level()]) {
    self.levels = levels
  }

  /// The next instruction in the same body.
  public func advanced() -> Cursor {
    var copy = self
    guard !copy.levels.isEmpty else { return copy }
    copy.levels[copy.levels.count - 1].index += 1
    return copy
  }

  /// The same without its innermost level.
  func left() -> Cursor { Cursor(Array(levels.dropLast())) }

  /// One level deeper.
  func entering(_ level: Level) -> Cursor { Cursor(levels + [level]) }

  /// The rounds of all loops around here, as a text: `2.0`.
  var rounds: String { levels.compactMap(\.round).map(String.init).joined(separator: ".") }
}
