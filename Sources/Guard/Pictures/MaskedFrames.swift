import Foundation
import Trace

/// Paints over what is withheld in pictures. Several events may show the same picture: the last one is remembered.
struct MaskedFrames: Sendable {
  private var last: (frame: Frame, areas: [Bounds], masked: Frame)?

  /// The picture with these areas painted over; nil where that cannot be done.
  mutating func frame(_ frame: Frame, covering areas: [Bounds]) -> Frame? {
    if let last, last.frame == frame, last.areas == areas { return last.masked }
    guard frame.mediaType == "image/jpeg", let pixels = frame.pixels,
      let painted = JPEGMask(covering: areas.map { JPEGMask.Pixels($0, in: frame) }).applied(to: pixels)
    else { return nil }
    var masked = frame
    masked.masked = (frame.masked ?? []) + areas
    masked.pixels = painted
    last = (frame, areas, masked)
    return masked
  }
}

extension JPEGMask.Pixels {
  /// What is drawn within some bounds, and a little around it: letters reach over their box.
  init(_ bounds: Bounds, in frame: Frame) {
    func range(_ start: Double, _ length: Double, below limit: Int) -> Range<Int> {
      let low = (start - 2) * frame.scale
      let high = (start + length + 2) * frame.scale
      guard low.isFinite, high.isFinite else { return 0..<limit }
      let first = Int(min(max(low.rounded(.down), 0), Double(limit)))
      return first..<max(first, Int(min(max(high.rounded(.up), 0), Double(limit))))
    }
    let (left, top) = (bounds.x - (frame.origin?.x ?? 0), bounds.y - (frame.origin?.y ?? 0))
    self.init(x: range(left, bounds.width, below: frame.width), y: range(top, bounds.height, below: frame.height))
  }
}
