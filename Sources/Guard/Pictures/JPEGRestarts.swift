public import Foundation

/// Makes the code of a JPEG picture begin anew after every few blocks (the restart markers of ITU-T T.81), so that a
/// part of it can be taken over from another picture.
///
/// No block changes: it is the same picture, by some bytes longer.
public enum JPEGRestarts {
  /// How many units, of 8 or 16 pixels each way, are coded together.
  private static let interval = 4

  /// Nil for what is no picture that can be read to its end, or one that begins anew already.
  public static func added(to jpeg: Data) -> Data? {
    var header = JPEGHeader()
    let bytes = [UInt8](jpeg)
    guard let start = header.read(bytes), let scan = header.scan, scan.restartInterval == 0,
      let segment = header.scanSegment
    else { return nil }
    var coder = JPEGScanMasker(bytes: bytes, start: start, header: header, scan: scan, writing: interval)
    guard let end = coder.run(masking: { _, _, _ in false }), bytes[end...].elementsEqual([0xFF, 0xD9]) else {
      return nil
    }
    return Data(bytes[..<segment]) + [0xFF, 0xDD, 0, 4, 0, UInt8(interval)] + Data(bytes[segment..<start])
      + coder.output + [0xFF, 0xD9]
  }
}
