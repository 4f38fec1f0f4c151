import Trace

/// A button that is held down, and what it was pressed on.
struct Press: Sendable {
  var button: Click.Button
  var point: Point
  var place: Place
  /// As it was before the press; nil where the application did not tell.
  var seen: SeenElement?
  /// What is read there, where the application is not on the accessibility bus.
  var reading: Task<Element?, Never>?
  var modifiers: Set<Modifier>
  var time: Moment
  /// When it was read.
  var arrival: ContinuousClock.Instant
  var serverTime: UInt32
}

/// The click before, to tell a double click.
struct LastClick: Sendable {
  var point: Point
  var window: String
  var button: Click.Button
  /// Milliseconds of the X server's clock.
  var serverTime: UInt32

  /// Whether a press is the second one of a double click: within the time and distance that toolkits allow.
  func isFollowed(by press: Press) -> Bool {
    press.place.window == window && press.button == button && press.serverTime &- serverTime <= 400
      && abs(press.point.x - point.x) <= 5 && abs(press.point.y - point.y) <= 5
  }
}

/// The choice of an open menu or list that the pointer or the keys are on: it is gone as soon as it is taken.
struct Hovered: Sendable {
  var seen: SeenElement
  var place: Place
  /// When its application told that it is the one.
  var arrival: ContinuousClock.Instant
  /// When the menu was seen to close.
  var closed: Moment?

  /// Whether a press at a point and time takes it.
  ///
  /// A menu may close before the press that closed it is told of; one that is closed for longer was not pressed.
  func isTaken(by point: Point, at time: Moment) -> Bool {
    guard seen.element.bounds?.contains(point) == true else { return false }
    return closed.map { time.seconds(since: $0) < 0.03 } ?? true
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
  /// When the server saw its key.
  var serverTime: UInt32

  /// Whether it put on the clipboard what is there since `change`: soon after the key.
  func isAnswered(by change: ClipboardChange) -> Bool {
    change.owner != nil && change.serverTime &- serverTime < 1_000
  }
}
