import Trace

/// What a picture looked like, without its pixels: a number for each line of a tile. It tells where another picture looks
/// different, and takes a thirtieth of the memory.
///
/// Pictures that look different have the same numbers once in 2⁶⁴ lines.
struct PictureDigest: Sendable, Hashable {
  /// The side of a tile, in pixels.
  private static let side = 64

  /// Which part of the screen, in whole pixels.
  let bounds: Bounds
  private let width: Int
  private let height: Int
  private let masked: [Bounds]
  /// How many tiles are beside each other.
  private let across: Int
  /// Row by row of the picture, tile by tile.
  private var lines: [UInt64] = []

  init(_ picture: ScreenPicture) {
    bounds = picture.bounds
    (width, height, masked) = (picture.width, picture.height, picture.masked)
    across = (width + Self.side - 1) / Self.side
    lines.reserveCapacity(across * height)
    picture.pixels.withUnsafeBytes { pixels in
      for row in 0..<height {
        for left in stride(from: 0, to: width, by: Self.side) {
          let start = (row * width + left) * 4
          let line = pixels[start..<start + min(Self.side, width - left) * 4]
          lines.append(Self.number(of: UnsafeRawBufferPointer(rebasing: line)))
        }
      }
    }
  }

  /// Multiplied to twice the width and folded, eight bytes at a time, as Wang Yi's wyhash does.
  private static func number(of line: UnsafeRawBufferPointer) -> UInt64 {
    var number = UInt64(line.count)
    var place = 0
    while place < line.count {
      let word =
        place + 8 <= line.count
        ? line.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        : UInt64(line.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      let product = (number ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      number = product.high ^ product.low
      place += 8
    }
    return number
  }

  /// Where it looks different, on the screen: in lines as wide as tiles, those beside each other as one. All of it where
  /// the pictures are not of the same size.
  func areas(changedSince before: PictureDigest) -> [Bounds] {
    guard isComparable(with: before) else { return [bounds] }
    var areas: [Bounds] = []
    for top in stride(from: 0, to: height, by: Self.side) {
      let rows = top..<min(top + Self.side, height)
      for tile in 0..<across {
        guard let first = rows.first(where: { differs(from: before, row: $0, tile: tile) }),
          let last = rows.last(where: { differs(from: before, row: $0, tile: tile) })
        else { continue }
        let left = tile * Self.side
        let area = Bounds(
          x: bounds.x + Double(left), y: bounds.y + Double(first), width: Double(min(Self.side, width - left)),
          height: Double(last + 1 - first))
        if let beside = areas.last, beside.x + beside.width == area.x, beside.y < area.y + area.height,
          area.y < beside.y + beside.height
        {
          areas[areas.count - 1] = Bounds.union(beside, area)
        } else {
          areas.append(area)
        }
      }
    }
    return areas
  }

  /// Whether two pictures are of the same size.
  func isComparable(with other: PictureDigest) -> Bool { width == other.width && height == other.height }

  /// Whether a picture of the same size may look different there: within the tiles that these pixels are of.
  func mayDiffer(from other: PictureDigest, columns: Range<Int>, rows: Range<Int>) -> Bool {
    let tiles = columns.lowerBound / Self.side..<(columns.upperBound + Self.side - 1) / Self.side
    return rows.contains { row in tiles.contains { differs(from: other, row: row, tile: $0) } }
  }

  private func differs(from other: PictureDigest, row: Int, tile: Int) -> Bool {
    lines[row * across + tile] != other.lines[row * across + tile]
  }
}
