import Foundation
public import Trace

/// A frame on a page, with the element marked.
struct Picture {
  var frame: Frame
  /// Where the image is: an address, or the image itself as one.
  var source: String
  /// The element's bounds, in the window's units.
  var mark: Bounds?

  func markup(showing words: String) -> Markup {
    let image = Markup.void(
      "img",
      [
        "src": source, "alt": "The screen before: \(words)", "width": "\(frame.width)", "height": "\(frame.height)",
        "loading": "lazy",
      ])
    return .element("div", ["class": "picture"], image, marking)
  }

  private var marking: Markup {
    guard var mark, frame.width > 0, frame.height > 0, frame.scale > 0 else { return .empty }
    mark.x -= frame.origin?.x ?? 0
    mark.y -= frame.origin?.y ?? 0
    let (width, height) = (Double(frame.width) / frame.scale, Double(frame.height) / frame.scale)
    let (left, top) = (min(width, max(0, mark.x)), min(height, max(0, mark.y)))
    let (right, bottom) = (min(width, max(left, mark.x + mark.width)), min(height, max(top, mark.y + mark.height)))
    let rectangle = { (style: String) in
      Markup.element(
        "rect",
        [
          "class": style, "x": left.inPixels, "y": top.inPixels, "width": (right - left).inPixels,
          "height": (bottom - top).inPixels, "rx": "3",
        ])
    }
    return .element(
      "svg",
      [
        "viewBox": "0 0 \(width.inPixels) \(height.inPixels)", "preserveAspectRatio": "none", "aria-hidden": "true",
      ], rectangle("mark-edge"), rectangle("mark"))
  }
}

extension Picture {
  /// A picture that is on the page itself.
  init(frame: Frame, pixels: Data, mark: Bounds?) {
    self.init(
      frame: frame, source: "data:\(frame.mediaType);base64,\(pixels.base64EncodedString())", mark: mark)
  }
}

extension Markup {
  /// A frame that lies at an address, with the element marked.
  ///
  /// - Parameter mark: the element's bounds, in the window's units.
  public static func picture(_ frame: Frame, at address: String, mark: Bounds?, showing words: String) -> Markup {
    Picture(frame: frame, source: address, mark: mark).markup(showing: words)
  }
}
