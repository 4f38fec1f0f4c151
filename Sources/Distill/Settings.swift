/// What can be set about distilling. The defaults fit ordinary office work.
public struct Settings: Sendable, Codable, Hashable {
  /// How long after an action a signal in its window is still taken as its consequence, in seconds.
  public var signalHorizon: Double
  /// A link followed and gone back from within this time, in seconds, with nothing done in between, was a slip.
  public var wrongTurnHorizon: Double
  /// No episode goes on over a pause longer than this, in seconds.
  public var longestPause: Double
  /// A workflow has at least this many episodes.
  public var fewestEpisodes: Int
  /// An episode of a new day is one of a workflow from this likeness on.
  public var leastLikeness: Double
  /// What the person said of what was found before, the oldest first.
  public var corrections: [Correction]

  public init(
    signalHorizon: Double = 30, wrongTurnHorizon: Double = 10, longestPause: Double = 3600, fewestEpisodes: Int = 2,
    leastLikeness: Double = 0.35, corrections: [Correction] = []
  ) {
    self.signalHorizon = signalHorizon
    self.wrongTurnHorizon = wrongTurnHorizon
    self.longestPause = longestPause
    self.fewestEpisodes = fewestEpisodes
    self.leastLikeness = leastLikeness
    self.corrections = corrections
  }
}
