import Trace

/// What had the focus when a key was pressed that moves it elsewhere.
struct LeftElement: Sendable {
  var seen: SeenElement
  /// When the key was read.
  var time: ContinuousClock.Instant

  var isCell: Bool { seen.element.role == .gridcell && seen.element.attributes["cell"] != nil }

  /// Whether an element is another one: a cell is told apart by its address, since its object may be made anew.
  func isElsewhere(_ accessible: Accessible, _ element: Element) -> Bool {
    isCell
      ? element.attributes["cell"] != nil && element.attributes["cell"] != seen.element.attributes["cell"]
      : accessible != seen.accessible && (element.isTypedInto || element.takesFocus)
  }
}
