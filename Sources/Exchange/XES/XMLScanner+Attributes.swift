internal import Trace

extension XMLScanner {
  /// Reads the attributes up to the end tag of the element that was entered last.
  mutating func readAttributes(inside parent: String) throws(XESFault) -> [EventLog.Attribute] {
    var attributes: [EventLog.Attribute] = []
    while case .start(let isEmpty) = try next() {
      if isForeign {
        if !isEmpty { try skipElement() }
      } else {
        attributes.append(try readAttribute(isEmpty: isEmpty, inside: parent))
      }
    }
    return attributes
  }

  /// Reads the attribute whose start tag is the current tag, with all that is in it.
  mutating func readAttribute(isEmpty: Bool, inside parent: String) throws(XESFault) -> EventLog.Attribute {
    let tag = text(name)
    guard let kind = EventLog.Kind(rawValue: tag) else {
      throw XESFault(.unknownElement(tag, inside: parent), at: tagStart)
    }
    let key = try required("key")
    switch kind {
    case .list:
      let (items, children) = isEmpty ? ([], []) : try readItems()
      return EventLog.Attribute(key, .list(items), children: children)
    case .container:
      return EventLog.Attribute(key, .container, children: isEmpty ? [] : try readAttributes(inside: tag))
    default:
      let value = try value(of: kind)
      return EventLog.Attribute(key, value, children: isEmpty ? [] : try readAttributes(inside: tag))
    }
  }

  /// What is in a list up to its end tag: the items, which stand in `<values>`, and attributes of the list itself.
  private mutating func readItems() throws(XESFault) -> (items: [EventLog.Attribute], children: [EventLog.Attribute]) {
    var items: [EventLog.Attribute] = []
    var children: [EventLog.Attribute] = []
    while case .start(let isEmpty) = try next() {
      if isForeign {
        if !isEmpty { try skipElement() }
      } else if isWord("values", name) {
        if !isEmpty { items += try readAttributes(inside: "values") }
      } else {
        children.append(try readAttribute(isEmpty: isEmpty, inside: "list"))
      }
    }
    return (items, children)
  }

  /// The value of the current tag, read as a kind other than list and container.
  private func value(of kind: EventLog.Kind) throws(XESFault) -> EventLog.Value {
    guard let attribute = attribute("value") else { throw XESFault(.missing("value", of: text(name)), at: tagStart) }
    if kind == .string { return .string(try text(attribute)) }
    if kind == .id { return .id(try text(attribute)) }
    return try withBytes(of: attribute.value, isPlain: attribute.isPlain) { (bytes) throws(XESFault) in
      guard let value = EventLog.Value(kind, bytes) else {
        throw XESFault(.badValue(kind), at: attribute.value.lowerBound)
      }
      return value
    }
  }

  /// The text of an attribute of the current tag that must be there.
  func required(_ name: StaticString) throws(XESFault) -> String {
    guard let text = try text(of: name) else { throw XESFault(.missing("\(name)", of: text(self.name)), at: tagStart) }
    return text
  }

  /// The text of an attribute of the current tag; nil where there is none.
  func text(of name: StaticString) throws(XESFault) -> String? {
    guard let attribute = attribute(name) else { return nil }
    return try text(attribute)
  }

  private func text(_ attribute: Attribute) throws(XESFault) -> String {
    try withBytes(of: attribute.value, isPlain: attribute.isPlain) { (bytes) throws(XESFault) in
      guard isText(bytes) else { throw XESFault(.notUTF8, at: attribute.value.lowerBound) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
