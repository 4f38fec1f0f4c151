/// Texts that are kept once each and named by a number, in the order in which they first came.
///
/// ```swift
/// var pool = TextPool()
/// pool.code(for: "approve")  // 0
/// pool.code(for: "reject")   // 1
/// pool.code(for: "approve")  // 0
/// pool[1]                    // "reject"
/// ```
public struct TextPool: Sendable {
  /// All texts in UTF-8, one after the other.
  private var bytes: [UInt8] = []
  /// Where in `bytes` each text ends.
  private var ends: [Int] = []
  /// Codes plus one by hash, with open addressing; 0 is free. Its size is a power of two.
  private var slots: [UInt32] = []

  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// The text with this code.
  public subscript(code: UInt32) -> String {
    String(decoding: bytes[range(of: Int(code))], as: UTF8.self)
  }

  /// All texts, by code.
  public var texts: [String] { (0..<count).map { self[UInt32($0)] } }

  /// The code of a text, which is taken in where it is new.
  public mutating func code(for text: String) -> UInt32 {
    code(for: text.utf8.span)
  }

  /// The code of a text given in UTF-8, which is taken in where it is new. The bytes must be valid UTF-8.
  public mutating func code(for text: Span<UInt8>) -> UInt32 {
    if (count + 1) * 2 > slots.count { grow() }
    let (found, slot) = find(text)
    if let found { return found }
    let code = UInt32(count)
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
    slots[slot] = code + 1
    return code
  }

  /// The code of a text that is there; nil for any other.
  public func code(of text: String) -> UInt32? {
    slots.isEmpty ? nil : find(text.utf8.span).code
  }

  /// Calls `body` with a text in UTF-8, without making a string of it.
  public func withBytes<Result>(of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result
  {
    let range = range(of: Int(code))
    return try bytes.withUnsafeBufferPointer { try body($0.extracting(range)) }
  }

  private func range(of code: Int) -> Range<Int> {
    (code == 0 ? 0 : ends[code - 1])..<ends[code]
  }

  /// The code of a text, or nil and the slot where it belongs.
  private func find(_ text: Span<UInt8>) -> (code: UInt32?, slot: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextPool.hash(text)) & mask
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if holds(text, at: range(of: Int(code))) { return (code, slot) }
      slot = (slot + 1) & mask
    }
    return (nil, slot)
  }

  private func holds(_ text: Span<UInt8>, at range: Range<Int>) -> Bool {
    guard range.count == text.count else { return false }
    for index in text.indices where bytes[range.lowerBound + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: Swift.max(16, slots.count * 2))
    let mask = slots.count - 1
    for code in ends.indices {
      var slot = Int(truncatingIfNeeded: TextPool.hash(bytes.span.extracting(range(of: code)))) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(code) + 1
    }
  }

  /// Folded multiplication over words of eight bytes: quick, and the same in every run, as the codes' order is.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
      let product = left.multipliedFullWidth(by: right)
      return product.high ^ product.low
    }
    let words = text.bytes
    var hash = UInt64(text.count) ^ 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= words.byteCount {
      let word = words.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = fold(hash ^ word, 0xA076_1D64_78BD_642F)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < words.byteCount {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return fold(hash ^ rest, 0xE703_7ED1_A0B4_28DB)
  }
}

// Two pools are equal when they hold the same texts under the same codes, however they came to be.
extension TextPool: Hashable {
  public static func == (left: TextPool, right: TextPool) -> Bool {
    left.bytes == right.bytes && left.ends == right.ends
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
    hasher.combine(ends)
  }
}
