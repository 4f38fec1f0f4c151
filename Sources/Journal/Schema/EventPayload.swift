import CZlib
import Foundation
import Trace

/// An event as bytes, before they are sealed: its JSON, compressed (zlib, RFC 1950) from a dictionary of what events
/// are mostly made of.
///
/// ```swift
/// let bytes = try EventPayload.encode(event)
/// let same = try EventPayload.decode(bytes)
/// ```
///
/// JSON that is not compressed, as journals before the third version hold it, is read, too.
enum EventPayload {
  /// What is inside is no event.
  struct Damaged: Error {}

  /// No event is larger.
  private static let longest = 64 << 20

  static func encode(_ event: Event) throws -> Data {
    let encoder = JSONEncoder()
    // The same words in the same order are what the dictionary has.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try compressed(encoder.encode(event))
  }

  static func decode(_ bytes: Data) throws -> Event {
    try JSONDecoder().decode(Event.self, from: bytes.first == UInt8(ascii: "{") ? bytes : decompressed(bytes))
  }

  private static func compressed(_ plain: Data) throws -> Data {
    var stream = z_stream()
    guard understudy_deflate_init(&stream) == Z_OK else { throw Damaged() }
    defer { deflateEnd(&stream) }
    let dictionary = PackageResources.event_dictionary_txt
    guard deflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) == Z_OK else { throw Damaged() }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(plain.count))))
    let status = plain.withUnsafeBytes { input in
      output.withUnsafeMutableBufferPointer { space in
        stream.hand(input, space)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw Damaged() }
    return Data(output.prefix(output.count - Int(stream.avail_out)))
  }

  private static func decompressed(_ bytes: Data) throws -> Data {
    var stream = z_stream()
    guard understudy_inflate_init(&stream) == Z_OK else { throw Damaged() }
    defer { inflateEnd(&stream) }
    var output = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let dictionary = PackageResources.event_dictionary_txt
    try bytes.withUnsafeBytes { input in
      var status = Z_OK
      var rest = input[...]
      while status != Z_STREAM_END {
        let made = try chunk.withUnsafeMutableBufferPointer { space in
          stream.hand(UnsafeRawBufferPointer(rebasing: rest), space)
          status = inflate(&stream, Z_NO_FLUSH)
          rest = rest.suffix(Int(stream.avail_in))
          if status == Z_NEED_DICT {
            guard inflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) == Z_OK else { throw Damaged() }
            status = Z_OK
            return 0
          }
          let made = space.count - Int(stream.avail_out)
          guard status == Z_STREAM_END || status == Z_OK && (made > 0 || !rest.isEmpty) else { throw Damaged() }
          return made
        }
        output.append(contentsOf: chunk[..<made])
        guard output.count <= longest else { throw Damaged() }
      }
    }
    return output
  }
}

extension z_stream {
  /// Reads from `input` and writes into `space`, from their beginnings.
  fileprivate mutating func hand(_ input: UnsafeRawBufferPointer, _ space: UnsafeMutableBufferPointer<UInt8>) {
    next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    avail_in = UInt32(input.count)
    next_out = space.baseAddress
    avail_out = UInt32(space.count)
  }
}
