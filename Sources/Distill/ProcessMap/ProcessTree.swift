/// A process made of blocks: what is done in order, one of several ways, side by side, or again.
///
/// ```swift
/// ProcessTree.sequence([.activity("enter"), .choice([.silent, .activity("check")])]).description
/// // ->( 'enter', X( tau, 'check' ) )
/// ```
public indirect enum ProcessTree: Sendable, Codable, Hashable {
  /// Nothing is done.
  case silent
  case activity(String)
  case sequence([ProcessTree])
  case choice([ProcessTree])
  /// All of them, in any interleaving.
  case parallel([ProcessTree])
  /// The body, and as often as wanted the second one and the body again.
  case loop(body: ProcessTree, redo: ProcessTree)
}

extension ProcessTree: CustomStringConvertible {
  /// The notation that is usual in the field: `->` sequence, `X` choice, `+` parallel, `*` loop, `tau` nothing.
  public var description: String {
    func list(_ sign: String, _ children: [ProcessTree]) -> String {
      "\(sign)( \(children.map(\.description).joined(separator: ", ")) )"
    }
    return switch self {
    case .silent: "tau"
    case .activity(let name): "'\(name)'"
    case .sequence(let children): list("->", children)
    case .choice(let children): list("X", children)
    case .parallel(let children): list("+", children)
    case .loop(let body, let redo): list("*", [body, redo])
    }
  }
}

extension ProcessTree {
  /// The same process in fewer blocks: blocks in blocks of their own kind are merged, nothing beside something is left
  /// out, and a block of one is that one.
  public var simplified: ProcessTree {
    switch self {
    case .silent, .activity: return self
    case .sequence(let children):
      let parts = children.map(\.simplified).flatMap { part -> [ProcessTree] in
        if case .sequence(let inner) = part { inner } else { part == .silent ? [] : [part] }
      }
      return parts.count > 1 ? .sequence(parts) : parts.first ?? .silent
    case .parallel(let children):
      let parts = children.map(\.simplified).flatMap { part -> [ProcessTree] in
        if case .parallel(let inner) = part { inner } else { part == .silent ? [] : [part] }
      }
      return parts.count > 1 ? .parallel(parts) : parts.first ?? .silent
    case .choice(let children):
      var parts = children.map(\.simplified).flatMap { part -> [ProcessTree] in
        if case .choice(let inner) = part { inner } else { [part] }
      }
      if parts.contains(.silent) { parts = [.silent] + parts.filter { $0 != .silent } }
      return parts.count > 1 ? .choice(parts) : parts.first ?? .silent
    case .loop(let body, let redo):
      let (body, redo) = (body.simplified, redo.simplified)
      return body == .silent && redo == .silent ? .silent : .loop(body: body, redo: redo)
    }
  }

  /// The same process with the children of choices and parallel blocks in the order of their texts, so that trees
  /// that differ only in it are equal.
  public var ordered: ProcessTree {
    func sorted(_ children: [ProcessTree]) -> [ProcessTree] {
      children.map(\.ordered).map { ($0, Array($0.description.utf8)) }
        .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }
    return switch self {
    case .silent, .activity: self
    case .sequence(let children): .sequence(children.map(\.ordered))
    case .choice(let children): .choice(sorted(children))
    case .parallel(let children): .parallel(sorted(children))
    case .loop(let body, let redo): .loop(body: body.ordered, redo: redo.ordered)
    }
  }
}
