/// What episodes of one task share: a program, its parameters and its variants.
public struct Workflow: Sendable, Codable, Hashable, Identifiable {
  /// Stable as long as the workflow keeps most of its episodes.
  public var id: String
  /// Made of the work's own labels ("Enter an invoice"), or what the person called it.
  public var name: String
  public var program: Program
  public var parameters: [Parameter]
  /// The most frequent first.
  public var variants: [Variant]
  /// The ids of the episodes it was made of: its lineage.
  public var episodes: [EventID]

  public init(
    id: String, name: String, program: Program, parameters: [Parameter], variants: [Variant], episodes: [EventID]
  ) {
    self.id = id
    self.name = name
    self.program = program
    self.parameters = parameters
    self.variants = variants
    self.episodes = episodes
  }
}
