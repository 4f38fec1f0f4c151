import CZlib
import Foundation

/// What was compressed somewhere in some bytes: every stream of zlib or gzip that begins in them, inflated.
enum Inflated {
  /// No more of a stream is looked at than this.
  private static let limit = 1 << 16

  static func streams(in bytes: Data) -> [Data] {
    var output = [UInt8](repeating: 0, count: limit)
    var streams: [Data] = []
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count - 2 {
        let (first, second) = (bytes[start], bytes[start + 1])
        if (first == 0x78 && (0x7800 + Int(second)) % 31 == 0) || (first == 0x1f && second == 0x8b) {
          let count = inflate(UnsafeRawBufferPointer(rebasing: bytes[start...]), into: &output)
          if count > 0 { streams.append(Data(output.prefix(count))) }
        }
        start += 1
      }
    }
    return streams
  }

  /// Inflates as much of a stream as can be; returns how many bytes that is.
  private static func inflate(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) -> Int {
    var stream = z_stream()
    guard understudy_inflate_init_any(&stream) == Z_OK else { return 0 }
    defer { inflateEnd(&stream) }
    return output.withUnsafeMutableBufferPointer { output in
      // zlib does not write to its input; its interface is older than `const`.
      stream.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = UInt32(bytes.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      _ = CZlib.inflate(&stream, Z_SYNC_FLUSH)
      return output.count - Int(stream.avail_out)
    }
  }
}
