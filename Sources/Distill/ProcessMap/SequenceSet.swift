/// Distinct sequences of numbers, each with a weight: how often it was added.
///
/// A sequence is pushed number by number and then closed; one that is there already only gains weight.
struct SequenceSet: Sendable {
  /// All sequences, one after the other.
  private(set) var symbols: [UInt32] = []
  /// Where each sequence begins, and, as the last entry, where the next one will.
  private(set) var starts: [Int] = [0]
  private(set) var weights: [Int] = []
  private var hashes: [UInt64] = []
  /// Numbers of sequences plus one, by hash, with open addressing; 0 is free. Its size is a power of two.
  private var slots: [UInt32] = []
  private var hash: UInt64 = 0

  var indices: Range<Int> { weights.indices }
  var isEmpty: Bool { weights.isEmpty }

  subscript(number: Int) -> ArraySlice<UInt32> { symbols[starts[number]..<starts[number + 1]] }

  mutating func push(_ symbol: UInt32) {
    symbols.append(symbol)
    hash = (hash ^ UInt64(symbol) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
  }

  /// Ends the sequence whose numbers were pushed since the last one ended, and returns its number.
  @discardableResult
  mutating func close(weight: Int) -> Int {
    if (weights.count + 1) * 2 > slots.count { grow() }
    let start = starts[weights.count]
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if hashes[number] == hash, isRepeat(of: number, from: start) {
        weights[number] += weight
        symbols.removeLast(symbols.count - start)
        hash = 0
        return number
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(weights.count) + 1
    weights.append(weight)
    hashes.append(hash)
    starts.append(symbols.count)
    hash = 0
    return weights.count - 1
  }

  private func isRepeat(of number: Int, from start: Int) -> Bool {
    let range = starts[number]..<starts[number + 1]
    guard range.count == symbols.count - start else { return false }
    for offset in 0..<range.count where symbols[range.lowerBound + offset] != symbols[start + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(16, slots.count * 2))
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }
}
