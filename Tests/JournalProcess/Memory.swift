import Foundation
import Journal

/// The memory of this process, as the kernel shows it.
struct Memory {
  static let mask: UInt8 = 0xa5

  struct Places: Equatable {
    var locked = 0
    var other = 0
  }

  private struct Region {
    var start: UInt
    var end: UInt
    var isLocked = false
  }

  /// Where a secret lies, given masked.
  static func places(ofMasked secret: [UInt8]) throws -> Places {
    let file = open("/proc/self/mem", O_RDONLY)
    guard file >= 0 else { throw CocoaError(.fileReadNoPermission) }
    defer { close(file) }
    // Of its own, so that what was looked at is not found again.
    let size = 1 << 20
    let overlap = secret.count - 1
    guard let window = mmap(nil, size + overlap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      window != MAP_FAILED
    else { throw CocoaError(.fileReadUnknown) }
    defer { munmap(window, size + overlap) }
    var places = Places()
    for region in try regions() where region.start != UInt(bitPattern: window) {
      var position = region.start
      while position < region.end {
        let read = pread(
          file, window, min(size + overlap, Int(region.end - position)), off_t(position))
        guard read > overlap else { break }
        let found = count(of: secret, in: UnsafeRawBufferPointer(start: window, count: read))
        if region.isLocked { places.locked += found } else { places.other += found }
        position += UInt(min(size, read))
      }
    }
    return places
  }

  private static func count(of secret: [UInt8], in bytes: UnsafeRawBufferPointer) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var found = 0
    var start = 0
    while start + secret.count <= bytes.count,
      let next = memchr(base + start, Int32(secret[0] ^ mask), bytes.count - secret.count + 1 - start)
    {
      let offset = UnsafeRawPointer(next) - base
      var index = 1
      while index < secret.count, bytes[offset + index] ^ mask == secret[index] { index += 1 }
      if index == secret.count { found += 1 }
      start = offset + 1
    }
    return found
  }

  /// What can be written to.
  private static func regions() throws -> [Region] {
    var regions: [Region] = []
    var isWritable = false
    // A file whose size the kernel does not know is to be read to its end.
    let map = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/smaps")).readToEnd() ?? Data()
    for line in String(decoding: map, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      if ends.count == 2, words.count > 1, words[1].count == 4 {
        if words[1].hasPrefix("rw") { regions.append(Region(start: ends[0], end: ends[1])) }
        isWritable = words[1].hasPrefix("rw")
      } else if words[0] == "VmFlags:", isWritable {
        regions[regions.count - 1].isLocked = words.contains("lo") && words.contains("dd")
      }
    }
    return regions
  }
}

func searchMemory() async throws {
  let secrets = arguments[3...].map { text in
    stride(from: 0, to: text.count, by: 2).compactMap { UInt8(text.dropFirst($0).prefix(2), radix: 16) }
  }
  func report(_ when: String) throws {
    for secret in secrets {
      let places = try Memory.places(ofMasked: secret)
      print("\(when) \(places.locked) \(places.other)")
    }
  }
  var reader: JournalReader? = try JournalReader(home: home, key: Keys.unlock(in: home, passphrase: readLine()))
  let count = try await reader?.events().events.count ?? 0
  print("events \(count)")
  try report("open")
  reader = nil
  try report("closed")
}
