public import Trace

extension Element {
  /// This element without what depends on how far its application was when it was looked at, and on where its window is:
  /// of its bounds only whether there are any.
  public var whole: Element {
    var element = self
    element.states.remove(.focused)
    // A sheet's cursor may have come there with the press.
    if role == .gridcell { element.states.remove(.selected) }
    element.bounds = bounds.map { _ in Bounds(x: 0, y: 0, width: 0, height: 0) }
    return element
  }
}
