import CX11
import Foundation
import Surfaces
import Trace

/// Moves the mouse and presses keys and buttons, as the X server's own test extension does it: programs cannot tell it
/// from a person's, and ``InputEvent/isInjected`` says that it was not.
///
/// Every act returns once the server has handed it to the program that it is for; what the program makes of it comes
/// later. Every act throws ``SurfaceError/Code/closed`` once the server is gone.
actor Hand {
  private let thread = DedicatedThread(name: "hand")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  let connection: XConnection
  let keyboard: Keyboard
  let spares: SpareKeys

  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there or does not let programs act.
  init(display: String?) throws(SurfaceError) {
    let connection = try XConnection(display: display)
    guard let test = understudy_x_test(connection.handle), test.pointee.present != 0 else {
      try connection.check()
      throw SurfaceError(
        .unavailable, "The X server has no XTEST, by which mouse and keys are moved. Start it with that extension.")
    }
    self.connection = connection
    keyboard = try Keyboard(connection)
    spares = SpareKeys(connection)
  }

  /// Moves the pointer to a point of the screen.
  func move(to point: Point) throws(SurfaceError) {
    fakeMotion(to: point)
    try connection.roundTrip()
  }

  /// Presses a button where the pointer is, and holds it.
  func press(_ button: Click.Button) throws(SurfaceError) {
    fake(XCB_BUTTON_PRESS, button.number)
    try connection.roundTrip()
  }

  func release(_ button: Click.Button) throws(SurfaceError) {
    fake(XCB_BUTTON_RELEASE, button.number)
    try connection.roundTrip()
  }

  /// Clicks at a point of the screen, as often as `click` says and with its keys held.
  func click(_ click: Click = Click(), at point: Point) throws(SurfaceError) {
    let held = try codes(holding: click.modifiers)
    fakeMotion(to: point)
    // The program is to see the pointer come before it sees it press.
    try connection.roundTrip()
    for code in held { fake(XCB_KEY_PRESS, code) }
    for _ in 0..<click.count {
      fake(XCB_BUTTON_PRESS, click.button.number)
      fake(XCB_BUTTON_RELEASE, click.button.number)
    }
    for code in held.reversed() { fake(XCB_KEY_RELEASE, code) }
    try connection.roundTrip()
  }

  /// Turns the wheel over a point, by ticks to the right and downwards; at most 100 each way.
  func scroll(x: Int, y: Int, at point: Point) throws(SurfaceError) {
    fakeMotion(to: point)
    try connection.roundTrip()
    for (ticks, forward, back) in [(x, UInt8(7), UInt8(6)), (y, 5, 4)] {
      for _ in 0..<min(100, abs(ticks)) {
        fake(XCB_BUTTON_PRESS, ticks > 0 ? forward : back)
        fake(XCB_BUTTON_RELEASE, ticks > 0 ? forward : back)
      }
    }
    try connection.roundTrip()
  }

  /// Drags from one point to another with the left button, in steps that a program sees one by one: about 0.2 s.
  func drag(from start: Point, to end: Point, modifiers: Set<Modifier> = []) throws(SurfaceError) {
    let held = try codes(holding: modifiers)
    let steps = 16
    try move(to: start)
    for code in held { fake(XCB_KEY_PRESS, code) }
    try press(.left)
    for step in 1...steps {
      // This thread is the hand's own: nothing else waits.
      usleep(12_000)
      let share = Double(step) / Double(steps)
      try move(to: Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
    }
    fake(XCB_BUTTON_RELEASE, Click.Button.left.number)
    for code in held.reversed() { fake(XCB_KEY_RELEASE, code) }
    try connection.roundTrip()
  }

  func fake(_ type: Int32, _ detail: UInt8) {
    xcb_test_fake_input(connection.handle, UInt8(type), detail, 0, connection.root, 0, 0, 0)
  }

  private func fakeMotion(to point: Point) {
    let (x, y) = (Int16(clamping: Int(point.x.rounded())), Int16(clamping: Int(point.y.rounded())))
    xcb_test_fake_input(connection.handle, UInt8(XCB_MOTION_NOTIFY), 0, 0, connection.root, x, y, 0)
  }
}
