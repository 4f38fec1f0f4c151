import CX11
import Surfaces

/// What the indicator's window looks like: a sign and a word in large letters, white on red or black on amber.
///
/// The letters are those of `fixed`, which every X server has, drawn at twice their size.
struct IndicatorPicture {
  static let size = (width: 168, height: 32)
  private static let letter = (width: 6, height: 13)

  let text: String
  private let sign: IndicatorSign

  init(_ state: IndicatorState) {
    sign = IndicatorSign(state)
    text = sign.isPaused ? "Paused" : "Recording"
  }

  /// A picture of the screen's depth; whoever asks for it frees it.
  func drawn(_ connection: XConnection) -> xcb_pixmap_t {
    let (picture, ink) = sign.ground(Self.size.width, Self.size.height, connection)
    sign.draw(on: picture, ink, x: 16, y: 8, side: 16, connection)
    drawText(on: picture, ink, connection)
    xcb_free_gc(connection.handle, ink)
    return picture
  }

  /// Each column, then each row of the small letters is copied twice: the server does the enlarging, whatever its
  /// pixels look like.
  private func drawText(on picture: xcb_pixmap_t, _ ink: xcb_gcontext_t, _ connection: XConnection) {
    let handle = connection.handle
    let (width, height) = (Self.letter.width * text.utf8.count, Self.letter.height)
    let small = connection.pixmap(width, height), wide = connection.pixmap(width * 2, height)
    let font = xcb_generate_id(handle)
    xcb_open_font(handle, font, 5, "fixed")
    xcb_change_gc(handle, ink, XCB_GC_FONT.rawValue, [font])
    xcb_close_font(handle, font)
    xcb_image_text_8(handle, UInt8(text.utf8.count), small, ink, 0, 11, text)
    for x in 0..<width * 2 {
      xcb_copy_area(handle, small, wide, ink, Int16(x / 2), 0, Int16(x), 0, 1, UInt16(height))
    }
    for y in 0..<height * 2 {
      xcb_copy_area(handle, wide, picture, ink, 0, Int16(y / 2), 44, Int16(3 + y), UInt16(width * 2), 1)
    }
    xcb_free_pixmap(handle, small)
    xcb_free_pixmap(handle, wide)
  }
}
