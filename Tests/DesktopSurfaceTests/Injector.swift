import CX11
import Foundation

@testable import DesktopSurface

/// Injects input by the key's number, from a connection of its own, and knows when.
actor Injector {
  private let connection: XConnection

  init(display: String) throws {
    connection = try XConnection(display: display)
  }

  /// Presses four keys, then clicks, and so on; the instants right before each press.
  func inject(keys: Int, clicks: Int, perSecond: Int) throws -> [ContinuousClock.Instant] {
    var instants: [ContinuousClock.Instant] = []
    let start = ContinuousClock.now
    let total = keys + clicks
    for index in 0..<total {
      let due = start + .seconds(1) / perSecond * index
      let wait = due - .now
      if wait > .zero { usleep(UInt32(wait / .microseconds(1))) }
      instants.append(.now)
      if index % (total / clicks) == 0 {
        tap(press: 4, release: 5, detail: 1)
      } else {
        tap(press: 2, release: 3, detail: 38)
      }
    }
    try connection.roundTrip()
    return instants
  }

  func press(code: UInt8, holding held: UInt8? = nil) throws {
    if let held { fake(2, held) }
    tap(press: 2, release: 3, detail: code)
    if let held { fake(3, held) }
    try connection.roundTrip()
  }

  /// Switches to one of the layouts that are set up.
  func choose(layout: UInt8) throws {
    xcb_xkb_use_extension_reply(connection.handle, xcb_xkb_use_extension(connection.handle, 1, 0), nil).map { free($0) }
    xcb_xkb_latch_lock_state(
      connection.handle, UInt16(XCB_XKB_ID_USE_CORE_KBD.rawValue), 0, 0, 1, layout, 0, 0, 0)
    try connection.roundTrip()
  }

  /// Takes keyboard and mouse for itself alone, as an open menu does.
  func grab() throws {
    let grabbing = UInt8(XCB_GRAB_MODE_ASYNC.rawValue)
    _ = connection.value(
      xcb_grab_pointer_reply(
        connection.handle,
        xcb_grab_pointer(connection.handle, 0, connection.root, 0, grabbing, grabbing, 0, 0, 0), nil))
    _ = connection.value(
      xcb_grab_keyboard_reply(
        connection.handle, xcb_grab_keyboard(connection.handle, 0, connection.root, 0, grabbing, grabbing), nil))
    try connection.roundTrip()
  }

  private func tap(press: UInt8, release: UInt8, detail: UInt8) {
    fake(press, detail)
    fake(release, detail)
    xcb_flush(connection.handle)
  }

  private func fake(_ type: UInt8, _ detail: UInt8) {
    xcb_test_fake_input(connection.handle, type, detail, 0, connection.root, 0, 0, 0)
  }
}
