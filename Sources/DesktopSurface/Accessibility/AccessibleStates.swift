/// What an application says of an object's condition, numbered as AT-SPI does.
struct AccessibleStates: OptionSet, Sendable, Hashable {
  var rawValue: UInt64

  static let active = bit(1)
  static let busy = bit(3)
  static let checked = bit(4)
  static let defunct = bit(6)
  static let editable = bit(7)
  static let enabled = bit(8)
  static let expandable = bit(9)
  static let expanded = bit(10)
  static let focused = bit(12)
  static let multiLine = bit(17)
  static let multiselectable = bit(18)
  static let pressed = bit(20)
  static let selected = bit(23)
  static let sensitive = bit(24)
  static let showing = bit(25)
  static let visible = bit(30)
  static let managesDescendants = bit(31)
  static let indeterminate = bit(32)
  static let required = bit(33)
  static let invalidEntry = bit(36)
  static let readOnly = bit(43)

  private static func bit(_ number: UInt64) -> AccessibleStates { AccessibleStates(rawValue: 1 << number) }
}

extension AccessibleStates {
  /// As `GetState` answers: two numbers, the lower half first.
  init?(_ value: BusValue?) {
    guard let halves = value?.list?.compactMap(\.integer), halves.count == 2 else { return nil }
    rawValue = UInt64(UInt32(truncatingIfNeeded: halves[0])) | UInt64(UInt32(truncatingIfNeeded: halves[1])) << 32
  }
}
