import CX11
import Trace

@testable import DesktopSurface

/// Another program on the display, which puts windows over others and takes them away.
actor Cover {
  private let connection: XConnection

  init(display: String) throws {
    connection = try XConnection(display: display)
  }

  /// Shows a window that no window manager places; its number.
  func show(_ bounds: Bounds, isWhite: Bool = true) throws -> UInt32 {
    let id = xcb_generate_id(connection.handle)
    xcb_create_window(
      connection.handle, UInt8(XCB_COPY_FROM_PARENT), id, connection.root, Int16(bounds.x), Int16(bounds.y),
      UInt16(bounds.width), UInt16(bounds.height), 0, UInt16(XCB_WINDOW_CLASS_INPUT_OUTPUT.rawValue),
      connection.screen.root_visual, XCB_CW_BACK_PIXEL.rawValue | XCB_CW_OVERRIDE_REDIRECT.rawValue,
      [isWhite ? connection.screen.white_pixel : connection.screen.black_pixel, 1])
    xcb_map_window(connection.handle, id)
    try connection.roundTrip()
    return id
  }

  /// Puts a window behind all others.
  func lower(_ window: UInt32) throws {
    xcb_configure_window(
      connection.handle, window, UInt16(XCB_CONFIG_WINDOW_STACK_MODE.rawValue), [XCB_STACK_MODE_BELOW.rawValue])
    try connection.roundTrip()
  }

  func destroy(_ window: UInt32) throws {
    xcb_destroy_window(connection.handle, window)
    try connection.roundTrip()
  }
}
