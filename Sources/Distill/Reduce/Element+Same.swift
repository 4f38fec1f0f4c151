import Trace

extension Element {
  /// Whether two descriptions are of the same element, whatever is in it or selected on it.
  func isSame(as other: Element) -> Bool {
    role == other.role && attributes["id"] == other.attributes["id"] && attributes["name"] == other.attributes["name"]
      && attributes["tag"] == other.attributes["tag"] && attributes["href"] == other.attributes["href"]
      && name == other.name && surroundings.rowIndex == other.surroundings.rowIndex
      && surroundings.columnIndex == other.surroundings.columnIndex
      // What bears no name of its own may stand in another item of a list.
      && (attributes["id"] != nil || distance(from: other) ?? 0 == 0)
  }

  /// How many places it stands after another one, where one of the elements around them tells; nil where none or
  /// several do.
  func distance(from other: Element) -> Int? {
    let differing = zip(ancestors, other.ancestors).filter { $0.index != $1.index }
    return differing.count == 1 ? differing[0].0.index - differing[0].1.index : nil
  }

  /// Whether text can be typed into it.
  var takesText: Bool {
    [.textbox, .searchbox, .spinbutton, .combobox].contains(role)
      || ["input", "textarea"].contains(attributes["tag"] ?? "")
  }
}

extension Step {
  /// Whether both steps were done to the same element of the same document in the same window.
  func isOnSameElement(as other: Step) -> Bool {
    guard let element, let otherElement = other.element else { return false }
    return isInSameDocument(as: other) && element.isSame(as: otherElement)
  }

  /// Whether both steps were done in the same document of the same window.
  func isInSameDocument(as other: Step) -> Bool {
    id.session == other.id.session && place.window == other.place.window && place.document == other.place.document
      && place.frames == other.place.frames
  }

  /// Whether something else was shown afterwards, or something was sent.
  var leftDocument: Bool {
    signals.contains {
      switch $0 {
      case .navigation, .submitted, .windowClosed: true
      default: false
      }
    }
  }

  /// The address of what was shown afterwards, in its window or in one of its own.
  var destination: String? {
    for case .navigation(let address, _) in signals.reversed() { return address }
    if case .navigate(let address, _) = action { return address }
    guard signals.contains(where: { if case .windowOpened = $0 { true } else { false } }),
      let href = element?.attributes["href"], href.hasPrefix("/"), let origin = place.origin
    else { return nil }
    return origin + href
  }

  /// When it ended.
  var end: Moment { Moment(microseconds: time.microseconds + Int64(duration * 1_000_000)) }

  /// Takes in a step that came before it and did the same thing.
  mutating func absorb(_ earlier: Step) {
    events = (earlier.events + events).sorted()
    id = events[0]
    duration = max(0, end.seconds(since: earlier.time))
    time = earlier.time
    element = earlier.element ?? element
    frame = earlier.frame ?? frame
    signals = earlier.signals + signals
  }
}
