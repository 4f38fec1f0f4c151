/// An instant on the wall clock, in microseconds since 1970-01-01T00:00:00Z.
///
/// Moments tell a person when something happened. They never decide an order: clocks jump, so order is by
/// ``EventID`` alone.
public struct Moment: Sendable, Codable, Hashable, Comparable {
  /// Microseconds since the Unix epoch.
  public var microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// A moment given in seconds since the Unix epoch.
  public init(seconds: Double) {
    self.microseconds = Int64((seconds * 1_000_000).rounded())
  }

  /// Seconds since the Unix epoch.
  public var seconds: Double { Double(microseconds) / 1_000_000 }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The time from `earlier` to this moment, in seconds; negative when a clock was set back in between.
  public func seconds(since earlier: Moment) -> Double {
    (Double(microseconds) - Double(earlier.microseconds)) / 1_000_000
  }

  // One number on disk, not an object with one key.
  public init(from decoder: any Decoder) throws {
    microseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(microseconds)
  }
}
