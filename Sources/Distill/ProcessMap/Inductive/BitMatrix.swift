/// A relation on the numbers below a count, one bit a pair.
struct BitMatrix: Hashable {
  let count: Int
  private let width: Int
  private var words: [UInt64]

  init(count: Int) {
    self.count = count
    width = (count + 63) / 64
    words = Array(repeating: 0, count: count * width)
  }

  func contains(_ row: Int, _ column: Int) -> Bool {
    words[row * width + column >> 6] & 1 << UInt64(column & 63) != 0
  }

  mutating func insert(_ row: Int, _ column: Int) {
    words[row * width + column >> 6] |= 1 << UInt64(column & 63)
  }

  mutating func remove(_ row: Int, _ column: Int) {
    words[row * width + column >> 6] &= ~(1 << UInt64(column & 63))
  }

  /// How many are related to `row`.
  func count(in row: Int) -> Int {
    words[row * width..<(row + 1) * width].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Everything that can be reached over one pair or several (Warshall, a row at a time).
  var closure: BitMatrix {
    var result = self
    for middle in 0..<count {
      for row in 0..<count where row != middle && result.contains(row, middle) {
        for word in 0..<width { result.words[row * width + word] |= result.words[middle * width + word] }
      }
    }
    return result
  }

  var transposed: BitMatrix {
    var result = BitMatrix(count: count)
    for row in 0..<count {
      for column in 0..<count where contains(row, column) { result.insert(column, row) }
    }
    return result
  }
}
