import Foundation

/// Many byte strings that are looked for at once: in one pass, by the two bytes each begins with.
struct Needles: Sendable {
  private let needles: [[UInt8]]
  /// Which needles begin with two bytes.
  private let beginnings: [UInt16: [Int]]
  private let isBeginning: [Bool]

  /// - Parameter needles: of two bytes or more.
  init(_ needles: [Data]) {
    self.needles = needles.map { [UInt8]($0) }
    beginnings = Dictionary(grouping: self.needles.indices) { [needles] in
      UInt16(needles[$0][needles[$0].startIndex]) << 8 | UInt16(needles[$0][needles[$0].startIndex + 1])
    }
    var isBeginning = [Bool](repeating: false, count: 1 << 16)
    for beginning in beginnings.keys { isBeginning[Int(beginning)] = true }
    self.isBeginning = isBeginning
  }

  /// The needles that stand in some bytes, in order.
  func found(in bytes: Data) -> [Int] {
    guard bytes.count >= 2 else { return [] }
    var found: Set<Int> = []
    bytes.withUnsafeBytes { bytes in
      isBeginning.withUnsafeBufferPointer { isBeginning in
        var position = 0
        let end = bytes.count - 1
        while position < end {
          let two = Int(bytes[position]) << 8 | Int(bytes[position + 1])
          if isBeginning[two] {
            for index in beginnings[UInt16(two)] ?? [] where !found.contains(index) {
              let needle = needles[index]
              guard needle.count <= bytes.count - position else { continue }
              if needle.elementsEqual(bytes[position..<(position + needle.count)]) { found.insert(index) }
            }
          }
          position += 1
        }
      }
    }
    return found.sorted()
  }
}
