/// How the share carried out right grew from day to day.
public struct Curve: Sendable, Codable, Hashable {
  public var points: [Point]
  /// What it seems to go towards; nil for less than five tested days.
  public var trend: Trend?

  /// A tested day.
  public struct Point: Sendable, Codable, Hashable {
    /// How many days were learned from.
    public var daysBefore: Int
    public var name: String
    /// 0…1.
    public var carriedOut: Double
    public var recognised: Double
    public var known: Double
  }

  /// `limit · (1 − e^(−days / pace))`, fitted by least squares.
  public struct Trend: Sendable, Codable, Hashable {
    /// The share it goes towards, 0…1.
    public var limit: Double
    /// After how many days about two thirds of it are reached.
    public var pace: Double
  }
}

/// A range in which a figure lies, from drawing days at random with replacement (bootstrap).
public struct Interval: Sendable, Codable, Hashable {
  /// The bounds of the middle 90 %.
  public var low: Double
  public var high: Double
  /// The lowest and the highest day.
  public var minimum: Double
  public var maximum: Double
  public var days: Int
}
