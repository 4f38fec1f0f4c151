/// A set that is always written in the same order, so that equal values give equal bytes.
///
/// ```swift
/// @Sorted public var states: Set<ElementState>
/// ```
@propertyWrapper
public struct Sorted<Member: Sendable & Codable & Hashable & Comparable>: Sendable, Codable, Hashable {
  public var wrappedValue: Set<Member>

  public init(wrappedValue: Set<Member>) {
    self.wrappedValue = wrappedValue
  }

  public init(from decoder: any Decoder) throws {
    wrappedValue = try decoder.singleValueContainer().decode(Set<Member>.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue.sorted())
  }
}
