import Foundation
import Trace

/// A frame on a page, with the element marked.
struct Picture {
  var frame: Frame
  var pixels: Data
  /// The element's bounds, in the window's units.
  var mark: Bounds?

  func markup(showing words: String) -> Markup {
    let data = "data:\(frame.mediaType);base64,\(pixels.base64EncodedString())"
    let image = Markup.void(
      "img",
      [
        "src": data, "alt": "The screen before: \(words)", "width": "\(frame.width)", "height": "\(frame.height)",
        "loading": "lazy",
      ])
    return .element("div", ["class": "picture"], image, marking)
  }

  private var marking: Markup {
    guard let mark, frame.width > 0, frame.height > 0, frame.scale > 0 else { return .empty }
    let (width, height) = (Double(frame.width) / frame.scale, Double(frame.height) / frame.scale)
    let place = [
      ("left", mark.x / width), ("top", mark.y / height), ("width", mark.width / width),
      ("height", mark.height / height),
    ].map { "\($0): \((min(1, max(0, $1)) * 100).inPixels)%" }.joined(separator: "; ")
    return .element("span", ["class": "mark", "style": place])
  }
}
