public import Foundation
import Trace

/// Makes pictures comparable piece by piece: their code begins anew after every few blocks (the restart markers of ITU-T
/// T.81), and is the same for all. Browsers make another one for each picture.
///
/// No block changes: it is the same picture, by some percent longer.
public enum JPEGRestarts {
  /// How many units, of 8 or 16 pixels each way, are coded together.
  private static let interval = 4

  private static let dc = HuffmanCode(
    counts: JPEGCommonCode.dcCounts.map(Int.init), symbols: JPEGCommonCode.dcSymbols)
  private static let ac = HuffmanCode(
    counts: JPEGCommonCode.acCounts.map(Int.init), symbols: JPEGCommonCode.acSymbols)

  /// Nil for what is no picture that can be read to its end, or one that begins anew already.
  public static func added(to jpeg: Data) -> Data? {
    var header = JPEGHeader()
    let bytes = [UInt8](jpeg)
    guard let start = header.read(bytes), let scan = header.scan, scan.restartInterval == 0,
      let segment = header.scanSegment
    else { return nil }
    let writing = JPEGScanMasker.Writing(interval: interval, dc: dc, ac: ac)
    var coder = JPEGScanMasker(bytes: bytes, start: start, header: header, scan: scan, writing: writing)
    guard let end = coder.run(masking: { _, _, _ in false }), bytes[end...].elementsEqual([0xFF, 0xD9]) else {
      return nil
    }
    return withoutCodes(bytes[..<segment]) + codes(of: scan) + [0xFF, 0xDD, 0, 4, 0, UInt8(interval)]
      + Data(bytes[segment..<start]) + coder.output + [0xFF, 0xD9]
  }

  /// The segments before the scan, but for the codes.
  private static func withoutCodes(_ head: ArraySlice<UInt8>) -> Data {
    var kept = Data(head.prefix(2))
    var rest = head.dropFirst(2)
    while let marker = rest.dropFirst().first, rest.count >= 4 {
      let length = 2 + Int(rest[rest.startIndex + 2]) << 8 + Int(rest[rest.startIndex + 3])
      if marker != 0xC4 { kept.append(contentsOf: rest.prefix(length)) }
      rest = rest.dropFirst(length)
    }
    return kept
  }

  /// The common code, as each table that the scan names.
  private static func codes(of scan: JPEGHeader.Scan) -> Data {
    let dc = Set(scan.components.map(\.dcTable)).sorted().map {
      [UInt8($0)] + JPEGCommonCode.dcCounts + JPEGCommonCode.dcSymbols
    }
    let ac = Set(scan.components.map(\.acTable)).sorted().map {
      [0x10 | UInt8($0)] + JPEGCommonCode.acCounts + JPEGCommonCode.acSymbols
    }
    let body = (dc + ac).joined()
    return Data([0xFF, 0xC4, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body)
  }
}
