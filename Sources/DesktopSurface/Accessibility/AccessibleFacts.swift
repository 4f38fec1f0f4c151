import Trace

/// What an application tells of one of its objects: enough to go on from it, and to name it.
struct AccessibleFacts: Sendable, Hashable {
  var accessible: Accessible
  /// In AT-SPI's words, such as `push button`.
  var role: String
  var name: String
  var states: AccessibleStates
  /// The last parts of their names, such as `Text`.
  var interfaces: Set<String>
  var attributes: [String: String]
  var parent: Accessible?
  /// As the application says, which may be shifted against the screen: see ``Seen/shift``. Nil for what is not shown.
  var bounds: Bounds?
  var childCount: Int

  static func calls(_ accessible: Accessible) -> [BusCall] {
    [
      accessible.call("Accessible", "GetRoleName"), accessible.property("Accessible", "Name"),
      accessible.call("Accessible", "GetState"), accessible.call("Accessible", "GetInterfaces"),
      accessible.call("Accessible", "GetAttributes"), accessible.property("Accessible", "Parent"),
      accessible.call("Component", "GetExtents", .uint32(0)), accessible.property("Accessible", "ChildCount"),
      accessible.call("Accessible", "GetRole"),
    ]
  }

  static let callCount = 9

  /// Nil where the object is gone, or the application did not answer in time.
  init?(_ accessible: Accessible, _ answers: some RandomAccessCollection<BusAnswer>) {
    let answers = Array(answers)
    guard answers.count == Self.callCount, !answers.contains(where: \.isLate), let role = answers[0].first?.string,
      let states = AccessibleStates(answers[2].first)
    else { return nil }
    self.accessible = accessible
    // Qt says only by the role's number that a text is a password.
    self.role = answers[8].first?.integer == Self.secretNumber ? Self.secretRole : role
    self.states = states
    name = (answers[1].first?.string ?? "").trimmed
    interfaces = Set(
      (answers[3].first?.list ?? []).compactMap { $0.string?.split(separator: ".").last.map(String.init) })
    attributes = answers[4].first?.strings ?? [:]
    parent = answers[5].first?.accessible
    bounds = Self.bounds(answers[6].first)
    // Calc says that its input line is gone for good while it is typed into.
    guard !states.contains(.defunct) || bounds != nil else { return nil }
    childCount = answers[7].first?.integer ?? 0
  }

  /// Applications say -2147483648 or nothing at all of what is not on the screen.
  static func bounds(_ value: BusValue?) -> Bounds? {
    guard let numbers = value?.bounds, numbers[2] > 0, numbers[3] > 0, numbers[0] > -100_000, numbers[1] > -100_000
    else { return nil }
    return Bounds(
      x: Double(numbers[0]), y: Double(numbers[1]), width: Double(numbers[2]), height: Double(numbers[3]))
  }

  /// Its children are made up while they are asked for, and there may be 2³¹ of them: they are never walked.
  var isTable: Bool { interfaces.contains("Table") || states.contains(.managesDescendants) }

  /// LibreOffice's own tree inside a window of GTK's begins here.
  var isOwnTree: Bool { role == "root pane" && attributes["toolkit"] == nil }
}
