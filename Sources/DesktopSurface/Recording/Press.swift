import Trace

/// A button that is held down, and what it was pressed on.
struct Press: Sendable {
  var button: Click.Button
  var point: Point
  var window: UInt32
  var place: Place
  /// As it was before the press; nil where the application did not tell.
  var seen: SeenElement?
  var modifiers: Set<Modifier>
  var time: Moment
  var serverTime: UInt32
}

/// The click before, to tell a double click.
struct LastClick: Sendable {
  var point: Point
  var window: UInt32
  var button: Click.Button
  /// Milliseconds of the X server's clock.
  var serverTime: UInt32

  /// Whether a press is the second one of a double click: within the time and distance that toolkits allow.
  func isFollowed(by press: Press) -> Bool {
    press.window == window && press.button == button && press.serverTime &- serverTime <= 400
      && abs(press.point.x - point.x) <= 5 && abs(press.point.y - point.y) <= 5
  }
}

/// A list of choices that a click opened.
struct OpenList: Sendable {
  var click: Click
  var element: Element
  var place: Place
  var time: Moment
}

/// The wheel, turned tick after tick over one window.
struct WheelTurn: Sendable {
  var x: Int
  var y: Int
  var place: Place
  var time: Moment
  var serverTime: UInt32

  /// How far applications scroll for one tick, in pixels: about three lines of text.
  static let tick = 50.0
}

/// A shortcut that copies or cuts, until the clipboard says what.
struct Taking: Sendable {
  var isCut: Bool
  var element: Element?
  var place: Place
  var time: Moment
}
