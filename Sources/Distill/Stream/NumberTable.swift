/// Numbers keys in the order of their appearance: an open hash table, for the inner loops.
struct NumberTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of `key`; the next one for a key that was not there.
  @inline(__always)
  mutating func number(of key: UInt64) -> Int {
    let slot = slot(of: key)
    if values[slot] >= 0 { return Int(values[slot]) }
    let number = count
    keys[slot] = key
    values[slot] = Int32(number)
    count += 1
    if count * 2 > keys.count { grow() }
    return number
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [Int32](repeating: -1, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (index, value) in oldValues.enumerated() where value >= 0 {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      values[slot] = value
    }
  }

  /// The number of each key in a row.
  static func numbers(of keys: [UInt64]) -> [Int] {
    var table = NumberTable(capacity: 256)
    return keys.map { table.number(of: $0) }
  }
}
