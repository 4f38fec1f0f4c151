/// Which vocabulary a prefix stands for, inside the elements that are open.
struct XMLNamespaces {
  private struct Declaration {
    var prefix: String
    var uri: String
    /// How many elements were open around the one that declares it.
    var depth: Int
  }

  private var declarations: [Declaration] = []
  private var root = ""
  /// Whether all declarations are the root's.
  private(set) var isUniform = true
  /// Whether, by the root's declarations, a name without a prefix belongs to the root's vocabulary.
  private(set) var isRootUnprefixed = true

  var count: Int { declarations.count }

  mutating func declare(_ prefix: String, as uri: String, depth: Int) {
    declarations.append(Declaration(prefix: prefix, uri: uri, depth: depth))
    if depth > 0 { isUniform = false }
  }

  /// Forgets what the element declared around which so many elements are open.
  mutating func leave(depth: Int) {
    guard let last = declarations.last, last.depth >= depth else { return }
    declarations.removeAll { $0.depth >= depth }
    isUniform = (declarations.last?.depth ?? 0) == 0
  }

  /// Whether a prefix (empty for none) stands for the root's vocabulary; nil where it is not declared.
  mutating func resolve(_ prefix: String, isRoot: Bool) -> Bool? {
    let uri = declarations.last { $0.prefix == prefix }?.uri ?? (prefix.isEmpty || prefix == "xml" ? prefix : nil)
    guard let uri else { return nil }
    if isRoot {
      root = uri
      isRootUnprefixed = (declarations.last { $0.prefix.isEmpty }?.uri ?? "") == uri
    }
    return uri == root
  }
}
