/// A small set of things, each one of 128 bits: two things may fall together, which does little harm.
struct ThingSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ things: [UInt64]) {
    for thing in things {
      if thing & 64 == 0 { low |= 1 << (thing & 63) } else { high |= 1 << (thing & 63) }
    }
  }

  var isEmpty: Bool { low | high == 0 }

  func shares(with other: ThingSet) -> Bool { low & other.low | high & other.high != 0 }

  mutating func formUnion(_ other: ThingSet) {
    low |= other.low
    high |= other.high
  }
}
