import Trace

/// The pixels of a part of the screen.
struct ScreenPicture: Sendable, Hashable {
  /// Which part of the screen, in whole pixels.
  let bounds: Bounds
  let width: Int
  let height: Int
  /// Row by row: blue, green, red and one that says nothing.
  private(set) var pixels: [UInt8]
  /// What was painted over, on the screen.
  private(set) var masked: [Bounds] = []

  /// `pixels` are `width` × `height` × 4 bytes.
  init(bounds: Bounds, width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 4, "a pixel is four bytes")
    self.bounds = bounds
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Paints over what `area` covers, given in the screen's coordinates.
  mutating func mask(_ area: Bounds) {
    let columns = clamp(area.x - bounds.x, width)..<clamp(area.x + area.width - bounds.x, width)
    let rows = clamp(area.y - bounds.y, height)..<clamp(area.y + area.height - bounds.y, height)
    guard !columns.isEmpty, !rows.isEmpty else { return }
    masked.append(
      Bounds(
        x: bounds.x + Double(columns.lowerBound), y: bounds.y + Double(rows.lowerBound),
        width: Double(columns.count), height: Double(rows.count)))
    for row in rows {
      let start = (row * width + columns.lowerBound) * 4
      pixels.replaceSubrange(
        start..<start + columns.count * 4, with: repeatElement(0, count: columns.count * 4))
    }
  }

  private func clamp(_ value: Double, _ limit: Int) -> Int {
    Int(min(max(0, value.rounded()), Double(limit)))
  }
}
