import GRDB

/// Positions that are read part by part; a part with a damaged page in it is read by halves, so that a page takes no
/// more with it than what lies on it.
struct Parts {
  /// What is still to be read, the next one last.
  private var ranges: [Range<Int64>]
  /// How many positions could not be read.
  private(set) var unreadable = 0

  init(_ positions: Range<Int64>, size: Int64) {
    ranges = stride(from: positions.lowerBound, to: positions.upperBound, by: Int64.Stride(size)).map {
      $0..<min($0 + size, positions.upperBound)
    }.reversed()
  }

  /// What is fetched of the next part that can be read; nil after the last one.
  ///
  /// Each fetch is a transaction of its own: one that met a damaged page cannot be committed.
  mutating func next<Part>(_ fetch: (Range<Int64>) throws -> Part) throws -> Part? {
    while let range = ranges.popLast() {
      do {
        return try fetch(range)
      } catch DatabaseError.SQLITE_CORRUPT {
        let middle = range.lowerBound + Int64(range.count / 2)
        if range.count == 1 {
          unreadable += 1
        } else {
          ranges += [middle..<range.upperBound, range.lowerBound..<middle]
        }
      }
    }
    return nil
  }
}
