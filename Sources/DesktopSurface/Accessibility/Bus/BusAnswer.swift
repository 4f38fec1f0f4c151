/// What came back for a call.
enum BusAnswer: Sendable, Hashable {
  case values([BusValue])
  /// The object refused: the error's name, such as `org.freedesktop.DBus.Error.UnknownMethod`.
  case refused(String)
  /// Nothing came in time.
  case late

  /// The first value, nil where there is none.
  var first: BusValue? {
    if case .values(let values) = self { values.first } else { nil }
  }

  var isLate: Bool { self == .late }
}
