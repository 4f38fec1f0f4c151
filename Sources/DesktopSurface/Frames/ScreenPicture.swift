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

  /// Where it looks different, on the screen: in lines as wide as tiles, those beside each other as one.
  func areas(changedSince before: ScreenPicture) -> [Bounds] {
    var areas: [Bounds] = []
    for tile in tiles(changedSince: before) {
      let rows = rows(in: tile, unlike: before)
      let area = Bounds(
        x: bounds.x + Double(tile.x), y: bounds.y + Double(rows.lowerBound), width: Double(tile.width),
        height: Double(rows.count))
      if let last = areas.last, last.x + last.width == area.x, last.y < area.y + area.height,
        area.y < last.y + last.height
      {
        areas[areas.count - 1] = Bounds.union(last, area)
      } else {
        areas.append(area)
      }
    }
    return areas
  }

  /// From the first row of a tile that differs to the last one; all where the pictures cannot be compared.
  private func rows(in tile: PictureTile, unlike before: ScreenPicture) -> Range<Int> {
    let all = tile.y..<tile.y + tile.height
    guard before.width == width, before.height == height else { return all }
    let unlike = all.filter { row in
      differs(from: before, in: PictureTile(x: tile.x, y: row, width: tile.width, height: 1))
    }
    return (unlike.first ?? all.lowerBound)..<((unlike.last ?? all.upperBound - 1) + 1)
  }

  /// Whether a picture of the same size looks different there.
  func differs(from before: ScreenPicture, in tile: PictureTile) -> Bool {
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
