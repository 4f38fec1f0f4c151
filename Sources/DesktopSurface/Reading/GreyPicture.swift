/// A picture in shades of grey, as texts are read from it.
struct GreyPicture: Sendable, Hashable {
  let width: Int
  let height: Int
  /// Row by row, 0 for black.
  let values: [UInt8]

  /// `values` are `width` × `height` bytes.
  init(width: Int, height: Int, values: [UInt8]) {
    precondition(values.count == width * height, "a pixel is a byte")
    self.width = width
    self.height = height
    self.values = values
  }

  /// How bright each pixel is to the eye (ITU-R BT.601).
  init(_ picture: ScreenPicture) {
    let values = stride(from: 0, to: picture.pixels.count, by: 4).map { start in
      let blue = Int(picture.pixels[start]), green = Int(picture.pixels[start + 1])
      return UInt8((29 * blue + 150 * green + 77 * Int(picture.pixels[start + 2])) >> 8)
    }
    self.init(width: picture.width, height: picture.height, values: values)
  }

  /// So many times as wide and high, with what is between two pixels in proportion to how near they are: letters on a
  /// screen are too small to be read well.
  func enlarged(by factor: Int) -> GreyPicture {
    guard factor > 1, width > 0, height > 0 else { return self }
    let columns = Self.shares(of: width, factor), rows = Self.shares(of: height, factor)
    let whole = (2 * factor) * (2 * factor)
    var enlarged: [UInt8] = []
    enlarged.reserveCapacity(values.count * factor * factor)
    for row in rows {
      let upper = row.first * width, lower = row.second * width
      for column in columns {
        let above = mixed(values[upper + column.first], values[upper + column.second], column.share, factor)
        let below = mixed(values[lower + column.first], values[lower + column.second], column.share, factor)
        enlarged.append(UInt8((above * (2 * factor - row.share) + below * row.share + whole / 2) / whole))
      }
    }
    return GreyPicture(width: width * factor, height: height * factor, values: enlarged)
  }

  private func mixed(_ first: UInt8, _ second: UInt8, _ share: Int, _ factor: Int) -> Int {
    Int(first) * (2 * factor - share) + Int(second) * share
  }

  /// For each pixel of an enlarged row, between which two it is, and the share of the second one, of `2 * factor`.
  private static func shares(of count: Int, _ factor: Int) -> [(first: Int, second: Int, share: Int)] {
    (0..<count * factor).map { place in
      // Middles of pixels, in parts of them.
      let middle = min(max(0, 2 * place + 1 - factor), (count - 1) * 2 * factor)
      let first = middle / (2 * factor)
      return (first, min(first + 1, count - 1), middle % (2 * factor))
    }
  }

  /// As a file of the kind PGM (`P5`).
  var portableGreyMap: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + values }
}
