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

  /// The role's number; it goes with ``role``, and is asked each time.
  var number: Int?

  /// The questions that tell all of it; of what is known already only those for what changes while an object lives.
  static func calls(_ accessible: Accessible, knowing known: AccessibleFacts? = nil) -> [BusCall] {
    let changing = [
      accessible.property("Accessible", "Name"), accessible.call("Accessible", "GetState"),
      placeCall(accessible), accessible.property("Accessible", "ChildCount"), accessible.call("Accessible", "GetRole"),
    ]
    let attributes = accessible.call("Accessible", "GetAttributes")
    if let known { return known.hasFixedAttributes ? changing : changing + [attributes] }
    return changing + [
      attributes, accessible.call("Accessible", "GetRoleName"), accessible.call("Accessible", "GetInterfaces"),
      accessible.property("Accessible", "Parent"),
    ]
  }

  private static func placeCall(_ accessible: Accessible) -> BusCall {
    accessible.call("Component", "GetExtents", .uint32(0))
  }

  /// The question where it is.
  var placeCall: BusCall { Self.placeCall(accessible) }

  /// Nil where the object is gone, is now of another role than it is known as, or its application did not answer in
  /// time.
  ///
  /// - Parameter answers: what was answered to ``calls(_:knowing:)``.
  init?(
    _ accessible: Accessible, _ answers: some RandomAccessCollection<BusAnswer>, knowing known: AccessibleFacts? = nil
  ) {
    let answers = Array(answers)
    guard answers.count == Self.calls(accessible, knowing: known).count, !answers.contains(where: \.isLate),
      let states = AccessibleStates(answers[1].first)
    else { return nil }
    self.accessible = accessible
    name = (answers[0].first?.string ?? "").trimmed
    self.states = states
    bounds = Self.bounds(answers[2].first)
    // Calc says that its input line is gone for good while it is typed into.
    guard !states.contains(.defunct) || bounds != nil else { return nil }
    childCount = answers[3].first?.integer ?? 0
    number = answers[4].first?.integer
    attributes = answers.count > 5 ? answers[5].first?.strings ?? [:] : known?.attributes ?? [:]
    if let known {
      guard number == known.number else { return nil }
      (role, interfaces, parent) = (known.role, known.interfaces, known.parent)
      return
    }
    guard let role = answers[6].first?.string else { return nil }
    // Qt says only by the role's number that a text is a password.
    self.role = number == Self.secretNumber ? Self.secretRole : role
    interfaces = Set(
      (answers[7].first?.list ?? []).compactMap { $0.string?.split(separator: ".").last.map(String.init) })
    parent = answers[8].first?.accessible
  }

  /// A cell's formula and a sheet's name are attributes, too.
  private var hasFixedAttributes: Bool { !isTable && role != "table cell" }

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
