import Foundation

/// The last line of a benchmark: one JSON object with its keys in alphabetical order.
struct Summary {
  private var values: [String: any Encodable] = [:]

  subscript(key: String) -> (any Encodable)? {
    get { values[key] }
    set { values[key] = newValue }
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let members = try values.sorted { $0.key < $1.key }.map { key, value in
        "\"\(key)\":" + String(decoding: try encoder.encode(value), as: UTF8.self)
      }
      return "{" + members.joined(separator: ",") + "}"
    }
  }
}

/// Figures of many timings.
struct Timings {
  private(set) var seconds: [Double] = []

  mutating func add(_ duration: Duration) {
    seconds.append(duration.seconds)
  }

  /// The value below which a share of all timings lies; 0 where there are none.
  func quantile(_ share: Double) -> Double {
    guard !seconds.isEmpty else { return 0 }
    let sorted = seconds.sorted()
    return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Double {
  /// Rounded to so many digits after the point, as figures are printed.
  func rounded(to digits: Int) -> Double {
    let factor = pow(10, Double(digits))
    return (self * factor).rounded() / factor
  }
}
