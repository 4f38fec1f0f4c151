/// A value that has passed the guard: nothing else may be written to the journal.
///
/// Only `Guard` can make one; there is no public initialiser.
public struct Sanitized<Value: Sendable>: Sendable {
  public let value: Value

  init(_ value: Value) {
    self.value = value
  }
}

extension Sanitized: Equatable where Value: Equatable {}
extension Sanitized: Hashable where Value: Hashable {}
