/// What digits in groups must be like to be found.
struct NumberForm: Sendable {
  /// How many digits there are in all.
  var digits: ClosedRange<Int>
  /// What it is a number of: a word for it is stronger than one for something else that stands farther away.
  var topic: Topic
  /// Whether such a word must stand near, because the digits alone are not enough.
  var needsWord = false
  /// No word for any of these may stand right before.
  var notAfter: [Topic] = []
  /// Judges digits and groups.
  var accepts: @Sendable (DigitGroups) -> Bool
}

/// Digits in groups, as they stand in a text: `+49 (0) 2233 04221` has the groups 49, 0, 2233 and 04221.
struct DigitGroups: Sendable {
  /// Values 0…9.
  var digits: [UInt8]
  /// How many digits each group has.
  var sizes: [Int]
  /// What stands between the groups, one entry for each pair of neighbours.
  var separators: [[UInt8]]
  /// Whether a `+` stands before it.
  var isInternational: Bool
  /// Whether the first group stands in brackets.
  var isBracketed: Bool

  /// The number that a group is.
  func value(_ group: Int) -> Int {
    let start = sizes[..<group].reduce(0, +)
    return digits[start..<(start + sizes[group])].reduce(0) { $0 * 10 + Int($1) }
  }

  /// The one character between all groups; nil where there are others.
  var separator: UInt8? {
    guard let first = separators.first, first.count == 1, separators.allSatisfy({ $0 == first }) else { return nil }
    return first[0]
  }

  func isGrouped(_ sizes: Int..., by allowed: String = " -.") -> Bool {
    self.sizes == sizes && (sizes.count == 1 || separator.map { Array(allowed.utf8).contains($0) } ?? false)
  }
}
