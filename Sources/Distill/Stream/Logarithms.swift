import Foundation

/// Binary logarithms of small whole numbers, looked up.
struct Logarithms: Sendable {
  private let table: [Double]

  init(upTo size: Int) {
    table = (0...max(2, size)).map { $0 == 0 ? 0 : log2(Double($0)) }
  }

  @inline(__always)
  func of(_ number: Double) -> Double {
    let index = Int(number)
    return index < table.count ? table[index] : log2(number)
  }
}

/// log₂ n!, looked up.
struct LogFactorials: Sendable {
  private let table: [Double]

  init(upTo size: Int) {
    var table = [0.0]
    table.reserveCapacity(size + 1)
    var sum = 0.0
    for number in 1...max(1, size) {
      sum += log2(Double(number))
      table.append(sum)
    }
    self.table = table
  }

  @inline(__always)
  func of(_ number: Int) -> Double { number < table.count ? table[number] : 0 }
}
