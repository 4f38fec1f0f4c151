/// A code of a JPEG picture: from bits to symbols and back (ITU-T T.81, annex C).
struct HuffmanCode {
  /// For every sixteen bits that may come next: the symbol they begin with and its length; length 0 for none.
  private var symbols: [(symbol: UInt8, length: UInt8)]
  /// The code of each symbol; length 0 for one that has none.
  private var codes: [(bits: UInt32, length: Int)]

  /// - Parameter counts: how many symbols have a code of one bit, of two, up to sixteen.
  init?(counts: [Int], symbols ordered: [UInt8]) {
    guard counts.count == 16, ordered.count == counts.reduce(0, +), ordered.count <= 256 else { return nil }
    symbols = Array(repeating: (0, 0), count: 1 << 16)
    codes = Array(repeating: (0, 0), count: 256)
    var next = 0
    var index = 0
    for length in 1...16 {
      for _ in 0..<counts[length - 1] {
        guard next < 1 << length else { return nil }
        let first = next << (16 - length)
        for word in first..<(first + 1 << (16 - length)) { symbols[word] = (ordered[index], UInt8(length)) }
        codes[Int(ordered[index])] = (UInt32(next), length)
        next += 1
        index += 1
      }
      next <<= 1
    }
  }

  /// The symbol that the next sixteen bits begin with; length 0 for none.
  func symbol(in bits: UInt32) -> (symbol: UInt8, length: Int) {
    let entry = symbols[Int(bits & 0xffff)]
    return (entry.symbol, Int(entry.length))
  }

  /// The code of a symbol; nil where it has none.
  func code(of symbol: UInt8) -> (bits: UInt32, length: Int)? {
    let code = codes[Int(symbol)]
    return code.length > 0 ? code : nil
  }
}
