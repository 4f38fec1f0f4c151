import Foundation
import Trace

/// Paints parts of a JPEG picture over (ITU-T T.81, sequential, Huffman-coded, as browsers write it).
///
/// What is painted over is taken out of the coded picture, block by block; every other block stays as it was, bit by
/// bit, so that a picture can be masked any number of times and costs no more than reading it.
///
/// ```swift
/// let masked = JPEGMask(covering: [Pixels(x: 10..<200, y: 40..<60)]).applied(to: jpeg)
/// ```
struct JPEGMask {
  /// A rectangle of pixels.
  struct Pixels: Hashable {
    var x: Range<Int>
    var y: Range<Int>
  }

  var areas: [Pixels]

  init(covering areas: [Pixels]) {
    self.areas = areas
  }

  /// The picture with grey in place of these areas and of the rest of every block that they touch; nil where it cannot
  /// be read to its end.
  func applied(to jpeg: Data) -> Data? {
    var reader = JPEGHeader()
    let bytes = [UInt8](jpeg)
    guard let start = reader.read(bytes), let scan = reader.scan else { return nil }
    var coder = JPEGScanMasker(bytes: bytes, start: start, header: reader, scan: scan)
    guard
      let end = coder.run(masking: { component, column, row in
        let width = 8 * scan.widest / component.horizontal
        let height = 8 * scan.tallest / component.vertical
        let block = Pixels(
          x: (column * width)..<((column + 1) * width), y: (row * height)..<((row + 1) * height))
        return areas.contains { $0.x.overlaps(block.x) && $0.y.overlaps(block.y) }
      })
    else { return nil }
    return Data(bytes[..<start]) + coder.output + Data(bytes[end...])
  }
}
