/// A hash that is the same in every run (FNV-1a, 64 bit, by Fowler, Noll and Vo).
struct Fingerprint: Sendable, Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0x100_0000_01B3
    value ^= value >> 29
  }

  mutating func add(_ number: Int) {
    add(UInt64(bitPattern: Int64(number)))
  }

  mutating func add(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text { add(UInt64(scalar.value)) }
    add(UInt64.max)
  }
}
