internal import CZlib
public import Foundation

/// Why compressed data could not be taken apart.
public enum GzipError: Error, Hashable {
  case damaged, tooLarge
}

extension Data {
  /// What was compressed by gzip (RFC 1952), of which there may be several parts one after the other; the data itself
  /// where it is not compressed.
  public func gunzipped(limit: Int) throws(GzipError) -> Data {
    guard starts(with: [0x1F, 0x8B]) else { return self }
    let result = withUnsafeBytes { input -> Result<Data, GzipError> in
      do throws(GzipError) { return .success(try Data.inflated(input, limit: limit)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func inflated(_ input: UnsafeRawBufferPointer, limit: Int) throws(GzipError) -> Data {
    var stream = z_stream()
    guard understudy_inflate_init_gzip(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var output = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var consumed = 0
    var isAtEnd = false
    while !isAtEnd || consumed < input.count {
      if isAtEnd {
        // Another part follows, or padding, which gzip itself ignores.
        guard input[consumed] == 0x1F else { break }
        guard inflateReset(&stream) == Z_OK else { throw .damaged }
      }
      let available = Swift.min(input.count - consumed, 1 << 30)
      guard available > 0 else { throw .damaged }
      let (status, used, made) = chunk.withUnsafeMutableBufferPointer { space in
        stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.advanced(by: consumed).assumingMemoryBound(to: UInt8.self))
        stream.avail_in = UInt32(available)
        stream.next_out = space.baseAddress
        stream.avail_out = UInt32(space.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, available - Int(stream.avail_in), space.count - Int(stream.avail_out))
      }
      guard status == Z_OK || status == Z_STREAM_END, used > 0 || made > 0 else { throw .damaged }
      guard output.count + made <= limit else { throw .tooLarge }
      output.append(contentsOf: chunk[..<made])
      consumed += used
      isAtEnd = status == Z_STREAM_END
    }
    return output
  }
}
