import CX11
import Surfaces

/// What an X server draws of the indicator wherever it stands: ● white on red, ❚❚ black on amber.
struct IndicatorSign {
  let isPaused: Bool

  init(_ state: IndicatorState) {
    isPaused = state == .paused
  }

  /// A picture of the screen's depth filled with the sign's ground, and what draws on it in its ink; whoever asks for
  /// them frees them.
  func ground(
    _ width: Int, _ height: Int, _ connection: XConnection
  ) -> (picture: xcb_pixmap_t, ink: xcb_gcontext_t) {
    let handle = connection.handle
    let ground = isPaused ? color(0xFF, 0xB3, 0x00, connection) : color(0xC6, 0x1A, 0x1A, connection)
    let picture = connection.pixmap(width, height), ink = xcb_generate_id(handle)
    xcb_create_gc(
      handle, ink, picture,
      XCB_GC_FOREGROUND.rawValue | XCB_GC_BACKGROUND.rawValue | XCB_GC_GRAPHICS_EXPOSURES.rawValue, [ground, ground, 0])
    xcb_poly_fill_rectangle(
      handle, picture, ink, 1, [xcb_rectangle_t(x: 0, y: 0, width: UInt16(width), height: UInt16(height))])
    xcb_change_gc(
      handle, ink, XCB_GC_FOREGROUND.rawValue,
      [isPaused ? connection.screen.black_pixel : connection.screen.white_pixel])
    return (picture, ink)
  }

  /// Draws ● or ❚❚ into a square.
  func draw(
    on picture: xcb_pixmap_t, _ ink: xcb_gcontext_t, x: Int, y: Int, side: Int, _ connection: XConnection
  ) {
    if isPaused {
      let width = max(1, side * 3 / 8)
      xcb_poly_fill_rectangle(
        connection.handle, picture, ink, 2,
        [x, x + side - width].map {
          xcb_rectangle_t(x: Int16($0), y: Int16(y), width: UInt16(width), height: UInt16(side))
        })
    } else {
      xcb_poly_fill_arc(
        connection.handle, picture, ink, 1,
        [
          xcb_arc_t(
            x: Int16(x), y: Int16(y), width: UInt16(side), height: UInt16(side), angle1: 0, angle2: 360 * 64)
        ])
    }
  }

  private func color(_ red: UInt16, _ green: UInt16, _ blue: UInt16, _ connection: XConnection) -> UInt32 {
    let question = xcb_alloc_color(
      connection.handle, connection.screen.default_colormap, red * 257, green * 257, blue * 257)
    return connection.value(xcb_alloc_color_reply(connection.handle, question, nil))?.pixel
      ?? connection.screen.black_pixel
  }
}
