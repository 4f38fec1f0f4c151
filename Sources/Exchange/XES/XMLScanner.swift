internal import Foundation

/// Steps through the tags of an XML 1.0 document in memory, in place and without copying.
///
/// It checks that tags match, that names and references are well formed and that prefixes are declared. It keeps no
/// tree, passes over text, comments, CDATA, instructions and the document type, and expands no entities but the five
/// of XML and character references, so that a document cannot grow while it is read.
struct XMLScanner {
  /// A tag: of an element that begins (and may be empty) or that ends; or the end of the document.
  enum Tag {
    case start(isEmpty: Bool)
    case end
    case finish
  }

  /// The name and value of an attribute of the current tag; the value as it stands between its quotes.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
    /// Whether the value holds references or white space that stand for other characters.
    var isPlain: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to look at.
  var position = 0
  /// Where the current tag begins.
  private(set) var tagStart = 0
  /// The name of the current tag without its prefix.
  private(set) var name = 0..<0
  /// Whether the current element belongs to another vocabulary than the document's root.
  private(set) var isForeign = false
  /// The attributes of the current start tag, but for declarations of namespaces.
  private(set) var attributes: [Attribute] = []
  /// The names of the open elements, outermost first.
  private(set) var open: [Range<Int>] = []
  private var namespaces = XMLNamespaces()
  private var hasRoot = false

  /// More levels than any log has; a document that nests deeper is refused, not followed.
  static let deepest = 256
  /// More attributes than any element of a log has.
  static let most = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(XESFault) {
    self.bytes = bytes
    try readProlog()
  }

  /// Whether namespaces are as the root declared them: an unprefixed name then means the same everywhere.
  var isUniform: Bool { namespaces.isUniform }

  /// The next tag. An empty element has no end tag of its own.
  mutating func next() throws(XESFault) -> Tag {
    while true {
      try skipText()
      guard position < bytes.count else {
        if let name = open.last {
          throw XESFault(.unclosed(element: text(name)), at: bytes.count)
        }
        guard hasRoot else { throw XESFault(.empty, at: bytes.count) }
        return .finish
      }
      tagStart = position
      switch byte(at: position + 1) {
      case UInt8(ascii: "/"): return try endTag()
      case UInt8(ascii: "!"): try skipDeclaration()
      case UInt8(ascii: "?"): try skip(past: "?>", from: position + 2)
      default: return try startTag()
      }
    }
  }

  /// Passes over everything in the element whose start tag was read last, and its end tag.
  mutating func skipElement() throws(XESFault) {
    let depth = open.count
    while open.count >= depth { _ = try next() }
  }

  /// Enters an element whose start tag, up to its `>`, was read by other means.
  mutating func enter(named name: Range<Int>) throws(XESFault) {
    guard open.count < XMLScanner.deepest else { throw XESFault(.tooDeep, at: tagStart) }
    open.append(name)
  }

  /// The bytes from the current position on are these.
  func isAt(_ expected: StaticString) -> Bool { isAt(expected, position) }

  func isAt(_ expected: StaticString, _ start: Int) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard count <= bytes.count - start, let base = bytes.baseAddress else { return false }
    return memcmp(base + start, expected.utf8Start, count) == 0
  }

  /// Whether the bytes from `start` on are those of another stretch of the document.
  func holds(_ stretch: Range<Int>, at start: Int) -> Bool {
    guard stretch.count <= bytes.count - start, let base = bytes.baseAddress else { return false }
    return memcmp(base + stretch.lowerBound, base + start, stretch.count) == 0
  }

  /// Whether two stretches of the document hold the same bytes.
  func areSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count, let base = bytes.baseAddress else { return false }
    return memcmp(base + left.lowerBound, base + right.lowerBound, left.count) == 0
  }

  /// The attribute of this name of the current tag; nil where there is none.
  func attribute(_ name: StaticString) -> Attribute? {
    attributes.first { isWord(name, $0.name) }
  }

  /// Whether a stretch of the document is this word.
  func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && isAt(word, range.lowerBound)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func skipSpace() {
    while position < bytes.count, XMLScanner.isSpace(bytes[position]) { position += 1 }
  }

  /// Passes over an attribute's value up to its closing quotation mark, from the byte after the opening one.
  mutating func value(until quote: UInt8) throws(XESFault) -> (range: Range<Int>, isPlain: Bool) {
    let start = position
    var isPlain = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        return (start..<position - 1, isPlain)
      }
      if byte == UInt8(ascii: "&") || byte < 0x20 {
        if byte < 0x20, !XMLScanner.isSpace(byte) { throw XESFault(.controlCharacter, at: position) }
        isPlain = false
      } else if byte == UInt8(ascii: "<") {
        throw XESFault(.unclosedValue, at: start)
      }
      position += 1
    }
    throw XESFault(.unclosedValue, at: start)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  func byte(at index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  /// Passes over text up to the next tag.
  private mutating func skipText() throws(XESFault) {
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
      if open.isEmpty, !XMLScanner.isSpace(bytes[position]) {
        throw XESFault(hasRoot ? .textAfterEnd : .notXML, at: position)
      }
      position += 1
    }
  }

  private mutating func startTag() throws(XESFault) -> Tag {
    if open.isEmpty, hasRoot { throw XESFault(.secondRoot, at: tagStart) }
    position += 1
    let full = try readName()
    attributes.removeAll(keepingCapacity: true)
    var declarations = 0
    while true {
      let before = position
      skipSpace()
      let byte = byte(at: position)
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      guard position < bytes.count else { throw XESFault(.unclosedTag, at: tagStart) }
      guard position > before else { throw XESFault(.unexpectedCharacter, at: position) }
      let attribute = try readAttribute()
      if let prefix = declaredPrefix(attribute.name) {
        namespaces.declare(prefix, as: text(attribute.value), depth: open.count)
        declarations += 1
        guard namespaces.count <= XMLScanner.most else { throw XESFault(.tooManyAttributes, at: tagStart) }
      } else {
        attributes.append(attribute)
      }
      guard attributes.count + declarations <= XMLScanner.most else {
        throw XESFault(.tooManyAttributes, at: tagStart)
      }
    }
    try checkRepeats()
    let isEmpty = bytes[position] == UInt8(ascii: "/")
    if isEmpty { position += 1 }
    guard byte(at: position) == UInt8(ascii: ">") else { throw XESFault(.unclosedTag, at: tagStart) }
    position += 1
    try resolve(full)
    if isEmpty {
      namespaces.leave(depth: open.count)
    } else {
      try enter(named: full)
    }
    hasRoot = true
    return .start(isEmpty: isEmpty)
  }

  private mutating func endTag() throws(XESFault) -> Tag {
    guard let expected = open.last else { throw XESFault(.unopened, at: tagStart) }
    position += 2
    let end = position + expected.count
    guard end < bytes.count, areSame(position..<end, expected),
      bytes[end] == UInt8(ascii: ">") || XMLScanner.isSpace(bytes[end])
    else {
      throw XESFault(.mismatched(expected: text(expected)), at: tagStart)
    }
    position = end
    skipSpace()
    guard byte(at: position) == UInt8(ascii: ">") else { throw XESFault(.unclosedTag, at: tagStart) }
    position += 1
    open.removeLast()
    namespaces.leave(depth: open.count)
    return .end
  }

  private mutating func readAttribute() throws(XESFault) -> Attribute {
    let name = try readName()
    skipSpace()
    guard byte(at: position) == UInt8(ascii: "=") else { throw XESFault(.noValue, at: name.lowerBound) }
    position += 1
    skipSpace()
    let quote = byte(at: position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw XESFault(.noValue, at: name.lowerBound)
    }
    position += 1
    let (range, isPlain) = try value(until: quote)
    return Attribute(name: name, value: range, isPlain: isPlain)
  }

  private mutating func readName() throws(XESFault) -> Range<Int> {
    let start = position
    while position < bytes.count, XMLScanner.isNameByte(bytes[position]) { position += 1 }
    guard position > start, XMLScanner.isNameStart(bytes[start]) else {
      throw XESFault(.unexpectedCharacter, at: start)
    }
    return start..<position
  }

  private func checkRepeats() throws(XESFault) {
    for index in attributes.indices.dropFirst() {
      for earlier in 0..<index where areSame(attributes[earlier].name, attributes[index].name) {
        throw XESFault(.repeatedAttribute(text(attributes[index].name)), at: attributes[index].name.lowerBound)
      }
    }
  }

  /// The prefix that an attribute declares; empty for the default namespace, nil for any other attribute.
  private func declaredPrefix(_ name: Range<Int>) -> String? {
    guard isAt("xmlns", name.lowerBound), name.count >= 5 else { return nil }
    if name.count == 5 { return "" }
    guard bytes[name.lowerBound + 5] == UInt8(ascii: ":") else { return nil }
    return text(name.lowerBound + 6..<name.upperBound)
  }

  /// Sets ``name`` and ``isForeign`` for an element's full name.
  private mutating func resolve(_ full: Range<Int>) throws(XESFault) {
    let colon = full.first { bytes[$0] == UInt8(ascii: ":") }
    name = colon.map { $0 + 1..<full.upperBound } ?? full
    if colon == nil, namespaces.isUniform, hasRoot {
      isForeign = !namespaces.isRootUnprefixed
      return
    }
    let prefix = colon.map { text(full.lowerBound..<$0) } ?? ""
    guard let isRoots = namespaces.resolve(prefix, isRoot: !hasRoot) else {
      throw XESFault(.undeclaredPrefix(prefix), at: full.lowerBound)
    }
    isForeign = !isRoots
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte >= 0x80
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
