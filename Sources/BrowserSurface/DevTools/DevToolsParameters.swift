import Foundation

/// What is given to a DevTools method: `["url": url, "x": 12.5]`.
struct DevToolsParameters: Sendable, Encodable, ExpressibleByDictionaryLiteral {
  private var values: [String: any Encodable & Sendable]

  init(dictionaryLiteral elements: (String, any Encodable & Sendable)...) {
    values = Dictionary(elements) { $1 }
  }

  subscript(name: String) -> (any Encodable & Sendable)? {
    get { values[name] }
    set { values[name] = newValue }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    for (name, value) in values {
      try container.encode(value, forKey: Name(stringValue: name))
    }
  }

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// The reply of a method that returns nothing of interest.
struct Acknowledged: Sendable, Decodable {}
