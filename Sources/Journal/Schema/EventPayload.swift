import CZlib
import Foundation
import Trace

/// An event as bytes, before they are sealed: its JSON, compressed (zlib, RFC 1950) from a dictionary of what events
/// are mostly made of, and of what its row says of it anyway: its number, its session and its picture.
///
/// ```swift
/// let bytes = try EventPayload.encode(event)
/// let same = try EventPayload.decode(bytes, of: event.id, picture: event.frame?.id)
/// ```
///
/// JSON that is not compressed, as journals before the third version hold it, is read, too, and what was compressed from
/// the common dictionary alone, as those before the fifth do.
enum EventPayload {
  /// What is inside is no event.
  struct Damaged: Error {}

  /// No event is larger.
  private static let longest = 64 << 20

  static func encode(_ event: Event) throws -> Data {
    let encoder = JSONEncoder()
    // The same words in the same order are what the dictionary has.
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try compressed(
      encoder.encode(event), from: dictionary(of: event.id, picture: event.frame?.id))
  }

  /// - Parameters:
  ///   - id: what its row says that it is.
  ///   - picture: the id of its frame, where its row names one.
  static func decode(_ bytes: Data, of id: EventID, picture: String?) throws -> Event {
    guard bytes.first != UInt8(ascii: "{") else { return try JSONDecoder().decode(Event.self, from: bytes) }
    let dictionaries = [dictionary(of: id, picture: picture), PackageResources.event_dictionary_txt]
    return try JSONDecoder().decode(Event.self, from: decompressed(bytes, from: dictionaries))
  }

  private static func dictionary(of id: EventID, picture: String?) -> [UInt8] {
    PackageResources.event_dictionary_txt + PackageResources.event_dictionary_2_txt
      + "\"id\":\"\(picture ?? "")\",\"id\":{\"sequence\":\(id.sequence),\"session\":\"\(id.session)\"}".utf8
  }

  private static func compressed(_ plain: Data, from dictionary: [UInt8]) throws -> Data {
    var stream = z_stream()
    guard understudy_deflate_init(&stream) == Z_OK else { throw Damaged() }
    defer { deflateEnd(&stream) }
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

  /// - Parameter dictionaries: of which the bytes name one, by its checksum.
  private static func decompressed(_ bytes: Data, from dictionaries: [[UInt8]]) throws -> Data {
    var stream = z_stream()
    guard understudy_inflate_init(&stream) == Z_OK else { throw Damaged() }
    defer { inflateEnd(&stream) }
    var output = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    try bytes.withUnsafeBytes { input in
      var status = Z_OK
      var rest = input[...]
      while status != Z_STREAM_END {
        let made = try chunk.withUnsafeMutableBufferPointer { space in
          stream.hand(UnsafeRawBufferPointer(rebasing: rest), space)
          status = inflate(&stream, Z_NO_FLUSH)
          rest = rest.suffix(Int(stream.avail_in))
          if status == Z_NEED_DICT {
            let isThere = dictionaries.contains { inflateSetDictionary(&stream, $0, UInt32($0.count)) == Z_OK }
            guard isThere else { throw Damaged() }
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
