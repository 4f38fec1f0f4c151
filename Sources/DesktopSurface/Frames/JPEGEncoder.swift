import Foundation
import Trace

/// Makes JPEG pictures of a screen, each from the one before: what has not changed is not coded again.
///
/// Every run of four blocks is coded by itself (the restart markers of ITU-T T.81): what has not changed can be taken
/// over by whoever stores pictures, too. Full colour for every pixel, which text on coloured ground needs.
struct JPEGEncoder {
  private let tables: JPEGTables
  private let divisors: [SIMD8<Float>]
  private var before: PictureDigest?
  /// The code of each run of the picture before.
  private var runs: [[UInt8]] = []
  /// How many bytes of the last picture were coded, and not taken over.
  private(set) var added = 0

  /// How many blocks are coded together.
  private static let runLength = 4

  /// - Parameter quality: from 1 to 100.
  init(quality: Int = 65) {
    tables = JPEGTables(quality: quality)
    divisors = JPEGBlock.divisors(steps: tables.steps)
  }

  /// The coded picture.
  mutating func encode(_ picture: ScreenPicture) -> Data {
    let digest = PictureDigest(picture)
    let alike = before.flatMap { $0.isComparable(with: digest) ? $0 : nil }
    let blocks = (across: (picture.width + 7) / 8, down: (picture.height + 7) / 8)
    let starts = Array(stride(from: 0, to: blocks.across * blocks.down, by: Self.runLength))
    added = 0
    runs = starts.enumerated().map { number, start in
      let run = start..<min(start + Self.runLength, blocks.across * blocks.down)
      if let alike, !digest.mayDiffer(from: alike, in: run, of: picture, across: blocks.across) { return runs[number] }
      let code = code(run, of: picture, across: blocks.across)
      added += code.count
      return code
    }
    before = digest
    var bytes = header(width: picture.width, height: picture.height)
    for (number, code) in runs.enumerated() {
      if number > 0 { bytes += [0xFF, 0xD0 + UInt8((number - 1) % 8)] }
      bytes += code
    }
    return Data(bytes + [0xFF, 0xD9])
  }

  private func code(_ run: Range<Int>, of picture: ScreenPicture, across: Int) -> [UInt8] {
    var bits = JPEGBits()
    var last = [Int32](repeating: 0, count: 3)
    picture.pixels.withUnsafeBufferPointer { pixels in
      for block in run {
        let (left, top) = (block % across * 8, block / across * 8)
        if let color = Self.color(pixels, picture.width, picture.height, left, top) {
          for (index, component) in Self.components.enumerated() {
            let value = component.value(red: color.red, green: color.green, blue: color.blue)
            let number = Int32((value * 8 / Float(tables.steps[0])).rounded(.toNearestOrEven))
            writeFlat(number, after: last[index], to: &bits)
            last[index] = number
          }
          continue
        }
        let colors = Self.colors(pixels, picture.width, picture.height, left, top)
        for (index, component) in Self.components.enumerated() {
          let numbers = JPEGBlock(component.values(of: colors)).rounded(to: divisors)
          write(numbers, after: last[index], to: &bits)
          last[index] = numbers[0][0]
        }
      }
    }
    bits.end()
    return bits.bytes
  }

  /// Brightness, and how far blue and red are from it: how much of each colour they have.
  private struct Component {
    var red: Float
    var green: Float
    var blue: Float
    var offset: Float

    func value(red: Float, green: Float, blue: Float) -> Float {
      self.red * red + self.green * green + self.blue * blue + offset
    }

    func values(of colors: Colors) -> [SIMD8<Float>] {
      (0..<8).map { row in
        let warm: SIMD8<Float> = colors.red[row] * red + colors.green[row] * green
        return warm + colors.blue[row] * blue + offset
      }
    }
  }

  private static let components = [
    Component(red: 0.299, green: 0.587, blue: 0.114, offset: -128),
    Component(red: -0.168_736, green: -0.331_264, blue: 0.5, offset: 0),
    Component(red: 0.5, green: -0.418_688, blue: -0.081_312, offset: 0),
  ]

  private struct Colors {
    var red = [SIMD8<Float>](repeating: .zero, count: 8)
    var green = [SIMD8<Float>](repeating: .zero, count: 8)
    var blue = [SIMD8<Float>](repeating: .zero, count: 8)
  }

  /// The colour of a block that has only one, as most of a screen does; nil for others, and at the picture's edge.
  private static func color(
    _ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, _ height: Int, _ left: Int, _ top: Int
  ) -> (red: Float, green: Float, blue: Float)? {
    guard left + 8 <= width, top + 8 <= height, let start = pixels.baseAddress else { return nil }
    let first = start + (top * width + left) * 4
    for row in 0..<8 {
      let line = UnsafeRawPointer(first + row * width * 4)
      let (one, all) = (line.loadUnaligned(as: UInt32.self), line.loadUnaligned(as: SIMD8<UInt32>.self))
      guard all == SIMD8(repeating: one), one == UnsafeRawPointer(first).loadUnaligned(as: UInt32.self) else {
        return nil
      }
    }
    return (Float(first[2]), Float(first[1]), Float(first[0]))
  }

  /// The colours of a block; beyond the picture's edge its last pixels go on.
  private static func colors(
    _ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, _ height: Int, _ left: Int, _ top: Int
  ) -> Colors {
    var colors = Colors()
    for row in 0..<8 {
      let line = min(top + row, height - 1) * width
      for column in 0..<8 {
        let place = (line + min(left + column, width - 1)) * 4
        colors.blue[row][column] = Float(pixels[place])
        colors.green[row][column] = Float(pixels[place + 1])
        colors.red[row][column] = Float(pixels[place + 2])
      }
    }
    return colors
  }

  /// A block of one value: it has no frequencies.
  private func writeFlat(_ value: Int32, after last: Int32, to bits: inout JPEGBits) {
    writeFirst(value, after: last, to: &bits)
    bits.append(tables.ac[0].bits, tables.ac[0].length)
  }

  private func writeFirst(_ value: Int32, after last: Int32, to bits: inout JPEGBits) {
    let size = Self.size(value - last)
    bits.append(tables.dc[size].bits, tables.dc[size].length)
    Self.write(value - last, size, to: &bits)
  }

  private func write(_ block: [SIMD8<Int32>], after last: Int32, to bits: inout JPEGBits) {
    writeFirst(block[0][0], after: last, to: &bits)
    var zeros = 0
    for place in JPEGTables.zigzag.dropFirst() {
      let value = block[place / 8][place % 8]
      guard value != 0 else {
        zeros += 1
        continue
      }
      while zeros > 15 {
        bits.append(tables.ac[0xF0].bits, tables.ac[0xF0].length)
        zeros -= 16
      }
      let size = Self.size(value)
      let code = tables.ac[zeros << 4 | size]
      bits.append(code.bits, code.length)
      Self.write(value, size, to: &bits)
      zeros = 0
    }
    if zeros > 0 { bits.append(tables.ac[0].bits, tables.ac[0].length) }
  }

  /// How many bits a number takes.
  private static func size(_ value: Int32) -> Int {
    Int32.bitWidth - abs(value).leadingZeroBitCount
  }

  /// A negative number is written as one less, so that it begins with a zero.
  private static func write(_ value: Int32, _ size: Int, to bits: inout JPEGBits) {
    if size > 0 { bits.append(UInt32(bitPattern: value < 0 ? value - 1 : value), size) }
  }

  private func header(width: Int, height: Int) -> [UInt8] {
    func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] { [0xFF, marker] + two(body.count + 2) + body }
    func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }
    let components: [UInt8] = [1, 2, 3]
    return [0xFF, 0xD8]
      + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
      + segment(0xDB, [0] + JPEGTables.zigzag.map { tables.steps[$0] })
      + segment(0xC0, [8] + two(height) + two(width) + [3] + components.flatMap { [$0, 0x11, 0] })
      + segment(0xC4, [0x00] + JPEGCommonCode.dcCounts + JPEGCommonCode.dcSymbols)
      + segment(0xC4, [0x10] + JPEGCommonCode.acCounts + JPEGCommonCode.acSymbols)
      + segment(0xDD, two(Self.runLength))
      + segment(0xDA, [3] + components.flatMap { [$0, 0] } + [0, 63, 0])
  }
}

extension PictureDigest {
  /// Whether another picture of the same size may look different in a run of blocks.
  fileprivate func mayDiffer(
    from other: PictureDigest, in run: Range<Int>, of picture: ScreenPicture, across: Int
  ) -> Bool {
    // A run may go on in the next line of blocks.
    var rest = run
    while let first = rest.first {
      let line = first / across
      let part = first..<min(rest.upperBound, (line + 1) * across)
      let (left, top) = (part.lowerBound % across * 8, line * 8)
      let columns = left..<min(left + part.count * 8, picture.width)
      if mayDiffer(from: other, columns: columns, rows: top..<min(top + 8, picture.height)) { return true }
      rest = part.upperBound..<rest.upperBound
    }
    return false
  }
}
