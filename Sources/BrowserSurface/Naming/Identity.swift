import Trace

/// What an element is and is called, as the browser says it for assistive technology.
struct Identity: Sendable, Hashable, Decodable {
  var role: Role
  var name: String
}

extension Element {
  /// Itself, called what the browser says of its sketch: first the element, then those around it, nearest first.
  func called(_ identities: [Identity]) -> Element {
    var called = self
    guard let own = identities.first else { return called }
    called.role = own.role
    called.name = own.name
    for (index, identity) in identities.dropFirst().enumerated() where index < called.ancestors.count {
      called.ancestors[index].role = identity.role
      called.ancestors[index].name = identity.name
    }
    return called
  }
}
