import CX11
import Foundation
import Surfaces

/// The keyboards and mice of a display, by XInput 2.2: the first version whose raw events also come during grabs.
final class InputDevices {
  /// Marks the extension's events.
  let opcode: UInt8
  private let connection: XConnection
  private var injecting: [UInt16: Bool] = [:]

  init(_ connection: XConnection) throws(SurfaceError) {
    guard let input = understudy_x_input(connection.handle), input.pointee.present != 0,
      let version = connection.value(
        xcb_input_xi_query_version_reply(
          connection.handle, xcb_input_xi_query_version(connection.handle, 2, 2), nil)),
      (version.major_version, version.minor_version) >= (2, 2)
    else {
      try connection.check()
      throw SurfaceError(
        .unavailable, "The X server has no XInput 2.2, by which input is watched. Use a server of 2012 or later.")
    }
    opcode = input.pointee.major_opcode
    self.connection = connection
  }

  /// Keys and buttons, and with `motion` that the pointer moves: up to a thousand times a second.
  func selectRawEvents(motion: Bool) {
    var raw = [
      XCB_INPUT_XI_EVENT_MASK_RAW_KEY_PRESS, XCB_INPUT_XI_EVENT_MASK_RAW_KEY_RELEASE,
      XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_PRESS, XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_RELEASE,
    ].reduce(0) { $0 | $1.rawValue }
    if motion { raw |= XCB_INPUT_XI_EVENT_MASK_RAW_MOTION.rawValue }
    // The masters only: a device and its master would tell of everything twice.
    select(raw, of: XCB_INPUT_DEVICE_ALL_MASTER)
  }

  func selectHierarchy() { select(XCB_INPUT_XI_EVENT_MASK_HIERARCHY.rawValue, of: XCB_INPUT_DEVICE_ALL) }

  private func select(_ mask: UInt32, of device: xcb_input_device_t) {
    understudy_x_select_input(connection.handle, connection.root, UInt16(device.rawValue), mask)
  }

  /// Whether another program injects by this device. Asked of the server once a device.
  func isInjecting(_ device: UInt16) -> Bool {
    if let known = injecting[device] { return known }
    let question = xcb_input_xi_get_property(
      connection.handle, device, 0, connection.atom("XTEST Device"), XCB_GET_PROPERTY_TYPE_ANY.rawValue, 0, 1)
    let answer = connection.value(xcb_input_xi_get_property_reply(connection.handle, question, nil))
    let isInjecting = (answer?.num_items ?? 0) > 0
    injecting[device] = isInjecting
    return isInjecting
  }

  /// A device came or went: numbers are given again.
  func forget() {
    injecting.removeAll()
  }
}
