import Trace

/// An element as the in-page recorder tells of it.
///
/// What says nothing is left out there, since every part costs the page: options where there are none, and roles and
/// names, which the browser is asked for afterwards.
@propertyWrapper
struct Told: Sendable, Decodable {
  var wrappedValue: Element?

  init(wrappedValue: Element?) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let parts = try Parts(from: decoder)
    wrappedValue = Element(
      role: .generic, value: parts.value, states: parts.states, attributes: parts.attributes,
      ancestors: parts.ancestors.map { Ancestor(role: .generic, attributes: $0.attributes, index: $0.index) },
      index: parts.index, surroundings: parts.surroundings, bounds: parts.bounds, options: parts.options ?? [])
  }

  private struct Parts: Decodable {
    var value: String?
    var states: Set<ElementState>
    var attributes: [String: String]
    var ancestors: [Around]
    var index: Int
    var surroundings: Surroundings
    var bounds: Bounds
    var options: [String]?
  }

  private struct Around: Decodable {
    var attributes: [String: String]
    var index: Int
  }
}

extension KeyedDecodingContainer {
  /// Nil where a message tells of no element.
  func decode(_ type: Told.Type, forKey key: Key) throws -> Told {
    try decodeIfPresent(type, forKey: key) ?? Told(wrappedValue: nil)
  }
}
