import CX11
import Foundation
import Surfaces
import Trace

/// Takes pictures of windows as they are on the screen.
actor ScreenPictures {
  private let thread = DedicatedThread(name: "pictures")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let connection: XConnection
  private let list: WindowList
  /// What knows a window's picture before.
  private var encoders = RecentWindows<JPEGEncoder>()
  /// How many there have been.
  private var count = 0

  /// Why no pictures can be taken here; nil where they can.
  nonisolated let obstacle: String?

  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there.
  init(display: String?) throws(SurfaceError) {
    let connection = try XConnection(display: display)
    obstacle =
      [24, 32].contains(connection.screen.root_depth)
      ? nil : "Pictures need a display with 24 bits of colour. Start the session with that depth."
    self.connection = connection
    list = WindowList(connection)
  }

  /// The picture of a window, without its frame. Windows in front of it that `mayShow` refuses are painted over, with
  /// their frames.
  ///
  /// Throws ``SurfaceError/Code/changed`` where windows come and go too fast to say what is in the picture,
  /// ``SurfaceError/Code/notActionable`` for a window that is not on the screen.
  func picture(
    of window: UInt32, mayShow: @Sendable (DesktopWindow) -> Bool
  ) throws(SurfaceError) -> ScreenPicture {
    try picture(of: window, part: { $0 }, mayShow)
  }

  /// The same of the part of the window in which a text at a point is.
  func picture(
    of window: UInt32, around point: Point, mayShow: @Sendable (DesktopWindow) -> Bool
  ) throws(SurfaceError) -> ScreenPicture {
    try picture(of: window, part: { $0.part(around: point) }, mayShow)
  }

  private func picture(
    of window: UInt32, part: (Bounds) -> Bounds, _ mayShow: (DesktopWindow) -> Bool
  ) throws(SurfaceError) -> ScreenPicture {
    if let obstacle { throw SurfaceError(.unavailable, obstacle) }
    for _ in 0..<3 {
      let before = try list.stack()
      guard let index = before.firstIndex(where: { $0.window.id == window }) else {
        throw SurfaceError(
          .notActionable, "The window is not on the screen, so no picture can be taken. Bring it to the front.")
      }
      let pixels = try pixels(of: part(before[index].window.bounds))
      // A window that came between was not painted over.
      guard try list.stack() == before, var picture = pixels else { continue }
      for other in before[..<index] where !mayShow(other.window) { picture.mask(other.area) }
      return picture
    }
    throw SurfaceError(.changed, "The windows changed while their picture was taken. Take it once they rest.")
  }

  /// A picture of a window as an event carries it, and how many bytes of it are new: secrets are painted over before it is
  /// coded.
  ///
  /// - Parameters:
  ///   - texts: what is written in it, for the guard, which paints over what it would withhold of them.
  ///   - secrets: where a field holds a secret, or nobody knows what is shown, on the screen.
  func frame(
    of window: UInt32, _ picture: ScreenPicture, showing texts: [DrawnText], hiding secrets: [Bounds]
  ) -> (frame: Frame, added: Int) {
    var picture = picture
    for secret in secrets { picture.mask(secret) }
    var encoder = encoders.take(window) ?? JPEGEncoder()
    defer { encoders.put(encoder, of: window) }
    count += 1
    let pixels = encoder.encode(picture)
    let frame = Frame(
      id: "desktop-\(count)", mediaType: "image/jpeg", width: picture.width, height: picture.height,
      origin: Point(x: picture.bounds.x, y: picture.bounds.y), masked: picture.masked, drawn: texts,
      pixels: pixels)
    return (frame, encoder.added)
  }

  /// Nil where the server refuses: the window is no longer where it was.
  private func pixels(of bounds: Bounds) throws(SurfaceError) -> ScreenPicture? {
    let size = connection.screenSize() ?? (0, 0)
    try connection.check()
    let left = max(0, Int(bounds.x)), top = max(0, Int(bounds.y))
    let width = min(size.width, Int(bounds.x + bounds.width)) - left
    let height = min(size.height, Int(bounds.y + bounds.height)) - top
    guard width > 0, height > 0 else {
      throw SurfaceError(
        .notActionable, "The window is beside the screen, so no picture can be taken. Move it onto the screen.")
    }
    let question = xcb_get_image(
      connection.handle, UInt8(XCB_IMAGE_FORMAT_Z_PIXMAP.rawValue), connection.root, Int16(left), Int16(top),
      UInt16(width), UInt16(height), .max)
    guard let reply = xcb_get_image_reply(connection.handle, question, nil) else {
      try connection.check()
      return nil
    }
    defer { free(reply) }
    let count = Int(xcb_get_image_data_length(reply))
    guard count == width * height * 4, let start = xcb_get_image_data(reply) else {
      throw SurfaceError(
        .unsupported, "The X server packs its pixels in a way that pictures are not taken from. Record without frames.")
    }
    return ScreenPicture(
      bounds: Bounds(x: Double(left), y: Double(top), width: Double(width), height: Double(height)), width: width,
      height: height, pixels: Array(UnsafeBufferPointer(start: start, count: count)))
  }
}
