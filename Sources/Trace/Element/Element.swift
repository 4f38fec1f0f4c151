/// What an event was about, described so that it can be found again and understood.
public struct Element: Sendable, Codable, Hashable {
  public var role: Role
  /// The accessible name, as the surface itself computes it.
  public var name: String
  /// The value (text of a field, chosen option, position of a slider), nil where the element has none or it is
  /// withheld.
  public var value: String?
  @Sorted public var states: Set<ElementState>
  /// What identifies the element in its own technology, by lower-case name: for a page `tag`, `id`, `name`,
  /// `type`, `class`, `placeholder`, `href`, `title`, `autocomplete`, `data-testid`, `text` … An element that its
  /// application does not tell of, and whose name was read from the screen, has `read-from`: `picture`.
  public var attributes: [String: String]
  /// The elements around it, nearest first.
  public var ancestors: [Ancestor]
  /// Its place among its parent's children of the same tag or role, from 0; nil where that was not seen.
  public var index: Int?
  /// Where it stands in a table, list or form.
  public var surroundings: Surroundings
  public var bounds: Bounds?
  /// The labels of what can be chosen, for a list of choices; cut off at 200.
  public var options: [String]

  public init(
    role: Role, name: String = "", value: String? = nil, states: Set<ElementState> = [],
    attributes: [String: String] = [:], ancestors: [Ancestor] = [], index: Int? = nil,
    surroundings: Surroundings = Surroundings(), bounds: Bounds? = nil, options: [String] = []
  ) {
    self.role = role
    self.name = name
    self.value = value
    self.states = states
    self.attributes = attributes
    self.ancestors = ancestors
    self.index = index
    self.surroundings = surroundings
    self.bounds = bounds
    self.options = options
  }

  /// The visible text inside the element, where the surface reports it.
  public var text: String { attributes["text"] ?? "" }
}
