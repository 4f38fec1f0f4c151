/// Where an event stands in the journal: the order in which sessions began, then the event's number.
struct Position: Hashable, Comparable {
  /// A session's number is kept in the lower half.
  static let sessionSize: Int64 = 1 << 32

  var rawValue: Int64

  init(rawValue: Int64) { self.rawValue = rawValue }

  init(ordinal: Int64, sequence: Int) { rawValue = ordinal * Position.sessionSize + Int64(sequence) }

  var ordinal: Int64 { rawValue / Position.sessionSize }
  var sequence: Int { Int(rawValue % Position.sessionSize) }

  static func < (left: Position, right: Position) -> Bool { left.rawValue < right.rawValue }
}
