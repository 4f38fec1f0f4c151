/// Counts by number: an open hash table, for the inner loops of counting pairs and contexts.
struct CountTable: Sendable {
  private var keys: [UInt64]
  private var counts: [Int32]
  private var mask: Int
  private var used = 0

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    counts = [Int32](repeating: 0, count: size)
    mask = size - 1
  }

  /// How often `key` was counted.
  @inline(__always)
  subscript(key: UInt64) -> Int32 {
    let slot = slot(of: key)
    return keys[slot] == key ? counts[slot] : 0
  }

  /// Counts `key` once more, and says how often it had been counted before.
  @inline(__always)
  mutating func add(_ key: UInt64) -> Int32 {
    let slot = slot(of: key)
    if keys[slot] == key {
      let before = counts[slot]
      counts[slot] = before + 1
      return before
    }
    keys[slot] = key
    counts[slot] = 1
    used += 1
    if used * 2 > keys.count { grow() }
    return 0
  }

  /// Forgets everything, keeping the room.
  mutating func clear() {
    for index in keys.indices { keys[index] = .max }
    used = 0
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[slot] != key, keys[slot] != .max { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
    counts = [Int32](repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != .max {
      let slot = slot(of: key)
      keys[slot] = key
      counts[slot] = oldCounts[index]
    }
  }
}
