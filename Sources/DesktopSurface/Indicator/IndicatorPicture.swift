import CX11
import Surfaces

/// What the indicator looks like: a sign and a word in large letters, white on red or black on amber.
///
/// The letters are those of `fixed`, which every X server has, drawn at twice their size.
struct IndicatorPicture {
  static let size = (width: 168, height: 32)
  private static let letter = (width: 6, height: 13)

  let text: String
  private let isPaused: Bool

  init(_ state: IndicatorState) {
    isPaused = state == .paused
    text = isPaused ? "Paused" : "Recording"
  }

  /// A picture of the screen's depth; whoever asks for it frees it.
  func drawn(_ connection: XConnection) -> xcb_pixmap_t {
    let handle = connection.handle
    let ground = isPaused ? color(0xFF, 0xB3, 0x00, connection) : color(0xC6, 0x1A, 0x1A, connection)
    let ink = isPaused ? connection.screen.black_pixel : connection.screen.white_pixel
    let picture = pixmap(Self.size.width, Self.size.height, connection)
    let context = xcb_generate_id(handle), font = xcb_generate_id(handle)
    xcb_open_font(handle, font, 5, "fixed")
    xcb_create_gc(
      handle, context, picture,
      XCB_GC_FOREGROUND.rawValue | XCB_GC_BACKGROUND.rawValue | XCB_GC_FONT.rawValue
        | XCB_GC_GRAPHICS_EXPOSURES.rawValue, [ground, ground, font, 0])
    xcb_poly_fill_rectangle(
      handle, picture, context, 1,
      [xcb_rectangle_t(x: 0, y: 0, width: UInt16(Self.size.width), height: UInt16(Self.size.height))])
    xcb_change_gc(handle, context, XCB_GC_FOREGROUND.rawValue, [ink])
    drawSign(on: picture, context, connection)
    drawText(on: picture, context, connection)
    xcb_free_gc(handle, context)
    xcb_close_font(handle, font)
    return picture
  }

  /// ● or ❚❚.
  private func drawSign(on picture: xcb_pixmap_t, _ context: xcb_gcontext_t, _ connection: XConnection) {
    if isPaused {
      xcb_poly_fill_rectangle(
        connection.handle, picture, context, 2,
        [
          xcb_rectangle_t(x: 16, y: 8, width: 6, height: 16), xcb_rectangle_t(x: 26, y: 8, width: 6, height: 16),
        ])
    } else {
      xcb_poly_fill_arc(
        connection.handle, picture, context, 1,
        [xcb_arc_t(x: 16, y: 8, width: 16, height: 16, angle1: 0, angle2: 360 * 64)])
    }
  }

  /// Each column, then each row of the small letters is copied twice: the server does the enlarging, whatever its
  /// pixels look like.
  private func drawText(on picture: xcb_pixmap_t, _ context: xcb_gcontext_t, _ connection: XConnection) {
    let handle = connection.handle
    let (width, height) = (Self.letter.width * text.utf8.count, Self.letter.height)
    let small = pixmap(width, height, connection), wide = pixmap(width * 2, height, connection)
    xcb_image_text_8(handle, UInt8(text.utf8.count), small, context, 0, 11, text)
    for x in 0..<width * 2 {
      xcb_copy_area(handle, small, wide, context, Int16(x / 2), 0, Int16(x), 0, 1, UInt16(height))
    }
    for y in 0..<height * 2 {
      xcb_copy_area(handle, wide, picture, context, 0, Int16(y / 2), 44, Int16(3 + y), UInt16(width * 2), 1)
    }
    xcb_free_pixmap(handle, small)
    xcb_free_pixmap(handle, wide)
  }

  private func pixmap(_ width: Int, _ height: Int, _ connection: XConnection) -> xcb_pixmap_t {
    let pixmap = xcb_generate_id(connection.handle)
    xcb_create_pixmap(
      connection.handle, connection.screen.root_depth, pixmap, connection.root, UInt16(width), UInt16(height))
    return pixmap
  }

  private func color(_ red: UInt16, _ green: UInt16, _ blue: UInt16, _ connection: XConnection) -> UInt32 {
    let question = xcb_alloc_color(
      connection.handle, connection.screen.default_colormap, red * 257, green * 257, blue * 257)
    return connection.value(xcb_alloc_color_reply(connection.handle, question, nil))?.pixel
      ?? connection.screen.black_pixel
  }
}
