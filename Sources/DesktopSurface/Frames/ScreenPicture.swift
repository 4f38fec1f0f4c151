import Foundation
import Trace

/// The pixels of a part of the screen.
struct ScreenPicture: Sendable, Hashable {
  /// The side of a tile, in pixels.
  static let tileSide = 64

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

  /// The tiles that are not as they were, row by row; all where there is nothing to compare them with.
  func tiles(changedSince before: ScreenPicture?) -> [PictureTile] {
    let side = Self.tileSide
    let comparable = before.flatMap { $0.width == width && $0.height == height ? $0 : nil }
    var changed: [PictureTile] = []
    for y in stride(from: 0, to: height, by: side) {
      for x in stride(from: 0, to: width, by: side) {
        let tile = PictureTile(x: x, y: y, width: min(side, width - x), height: min(side, height - y))
        if comparable.map({ differs(from: $0, in: tile) }) ?? true { changed.append(tile) }
      }
    }
    return changed
  }

  /// Where they are on the screen.
  func areas(changedSince before: ScreenPicture) -> [Bounds] {
    tiles(changedSince: before).map {
      Bounds(
        x: bounds.x + Double($0.x), y: bounds.y + Double($0.y), width: Double($0.width), height: Double($0.height))
    }
  }

  private func differs(from before: ScreenPicture, in tile: PictureTile) -> Bool {
    pixels.withUnsafeBytes { now in
      before.pixels.withUnsafeBytes { then in
        guard let now = now.baseAddress, let then = then.baseAddress else { return false }
        return (tile.y..<tile.y + tile.height).contains { row in
          let start = (row * width + tile.x) * 4
          return memcmp(now + start, then + start, tile.width * 4) != 0
        }
      }
    }
  }

  private func clamp(_ value: Double, _ limit: Int) -> Int {
    Int(min(max(0, value.rounded()), Double(limit)))
  }
}
