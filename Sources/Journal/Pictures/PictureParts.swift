import Foundation

/// A JPEG picture cut where its code begins anew (the restart markers of ITU-T T.81): each run of blocks can be kept
/// and taken over by itself.
struct PictureParts: Sendable, Hashable {
  /// All before the first run: sizes and tables.
  var head: Data
  /// The code of each run of blocks, without the markers between them.
  var runs: [Data]

  /// Nil for what is no such picture, or one that is not cut.
  init?(_ picture: Data) {
    guard let start = Self.start(of: picture) else { return nil }
    head = picture[picture.startIndex..<start]
    runs = []
    var runStart = start
    var position = start
    while let marker = picture[position...].firstIndex(of: 0xFF), marker + 1 < picture.endIndex {
      position = marker + 2
      switch picture[marker + 1] {
      // A byte of ones within the code is followed by one of zeros.
      case 0: continue
      case 0xD0 + UInt8(runs.count % 8):
        runs.append(picture[runStart..<marker])
        runStart = position
      case 0xD9:
        guard position == picture.endIndex, !runs.isEmpty else { return nil }
        runs.append(picture[runStart..<marker])
        return
      default: return nil
      }
    }
    return nil
  }

  /// How many bytes its runs are.
  var size: Int { runs.reduce(0) { $0 + $1.count } }

  /// The whole picture.
  var picture: Data {
    var picture = head
    for (number, run) in runs.enumerated() {
      if number > 0 { picture.append(contentsOf: [0xFF, 0xD0 + UInt8((number - 1) % 8)]) }
      picture.append(run)
    }
    picture.append(contentsOf: [0xFF, 0xD9])
    return picture
  }

  /// Where the code begins, behind the segments that say how it is to be read.
  private static func start(of picture: Data) -> Data.Index? {
    guard picture.starts(with: [0xFF, 0xD8]) else { return nil }
    var position = picture.startIndex + 2
    while position + 4 <= picture.endIndex, picture[position] == 0xFF {
      let end = position + 2 + Int(picture[position + 2]) << 8 + Int(picture[position + 3])
      guard end <= picture.endIndex else { return nil }
      if picture[position + 1] == 0xDA { return end }
      position = end
    }
    return nil
  }
}

/// What a picture has that the one before has not: the runs of its code that differ.
struct PictureChanges: Sendable, Hashable {
  /// By their numbers.
  var runs: [Int: Data]

  /// How many bytes these are.
  var size: Int { runs.values.reduce(0) { $0 + $1.count } }

  /// Nil where the pictures are not of one size and kind.
  init?(from before: PictureParts, to parts: PictureParts) {
    guard before.head == parts.head, before.runs.count == parts.runs.count else { return nil }
    runs = [:]
    for (number, run) in parts.runs.enumerated() where run != before.runs[number] { runs[number] = run }
  }

  /// Nil where the picture before has no such runs: it is another one.
  func applied(to before: PictureParts) -> PictureParts? {
    guard runs.keys.allSatisfy(before.runs.indices.contains) else { return nil }
    var parts = before
    for (number, run) in runs { parts.runs[number] = run }
    return parts
  }

  /// How many runs are as they were, how long the next one is, its bytes; and so on.
  var bytes: Data {
    var bytes = Data()
    var next = 0
    for (number, run) in runs.sorted(by: { $0.key < $1.key }) {
      bytes.append(number: number - next)
      bytes.append(number: run.count)
      bytes.append(run)
      next = number + 1
    }
    return bytes
  }

  /// Nil for what is damaged.
  init?(bytes: Data) {
    runs = [:]
    var rest = bytes[...]
    var next = 0
    while !rest.isEmpty {
      guard let skipped = rest.popNumber(), let count = rest.popNumber(), count <= rest.count else { return nil }
      runs[next + skipped] = Data(rest.prefix(count))
      rest = rest.dropFirst(count)
      next += skipped + 1
    }
  }
}

extension Data {
  /// Seven bits a byte, the lowest first (LEB128).
  fileprivate mutating func append(number: Int) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Nil where there is no whole number, or one that no picture has.
  fileprivate mutating func popNumber() -> Int? {
    var number = 0
    for shift in stride(from: 0, to: 28, by: 7) {
      guard let byte = popFirst() else { return nil }
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    return nil
  }
}
