internal import Trace

/// The traces, or the events, that were read so far, and how their attributes usually begin.
///
/// The tags of events repeat: `<string key="concept:name" value="` is the same bytes a million times. So the rows
/// remember how attributes began, and where the next one begins with the same bytes, it is taken from its value on
/// (``take(from:)``). Everything else goes tag by tag (``read(from:isEmpty:)``).
struct XESRows {
  /// Everything of an attribute's tag before its value, as bytes of the document, and the column it belongs to.
  private struct Opening {
    /// From `<` to the quotation mark before the value.
    var bytes: Range<Int>
    var kind: EventLog.Kind
    var column: Int
  }

  private let element: String
  private var builder = AttributeTable.Builder()
  private var openings: [Opening] = []
  /// The opening to try first: the one after that of the attribute before.
  private var expected = 0

  init(of element: String) { self.element = element }

  var count: Int { builder.count }
  var table: AttributeTable { builder.table }

  /// Begins the next row.
  mutating func begin() {
    builder.addRow()
    expected = 0
  }

  /// Takes the attribute at the scanner's position into the current row, if it begins like one before and has nothing
  /// in it. Otherwise the scanner stays where it is, but for white space.
  mutating func take(from scanner: inout XMLScanner) throws(XESFault) -> Bool {
    guard scanner.isUniform else { return false }
    scanner.skipSpace()
    let start = scanner.position
    for step in openings.indices {
      let candidate = expected + step < openings.count ? expected + step : expected + step - openings.count
      let opening = openings[candidate]
      guard scanner.holds(opening.bytes, at: start) else { continue }
      scanner.position = start + opening.bytes.count
      let (value, isPlain) = try scanner.value(until: scanner.bytes[scanner.position - 1])
      scanner.skipSpace()
      guard scanner.isAt("/>") else {
        scanner.position = start
        return false
      }
      scanner.position += 2
      expected = candidate + 1
      try append(value, isPlain: isPlain, opening, from: scanner)
      return true
    }
    return false
  }

  /// Reads the attribute whose start tag is the current tag into the current row.
  mutating func read(from scanner: inout XMLScanner, isEmpty: Bool) throws(XESFault) {
    if isEmpty, scanner.isUniform { remember(scanner) }
    builder.append(try scanner.readAttribute(isEmpty: isEmpty, inside: element))
  }

  /// Remembers how the current tag began, where that is all but its value.
  private mutating func remember(_ scanner: XMLScanner) {
    guard scanner.attributes.count == 2, scanner.isWord("key", scanner.attributes[0].name),
      scanner.isWord("value", scanner.attributes[1].name), scanner.attributes[0].isPlain,
      let kind = EventLog.Kind(rawValue: scanner.text(scanner.name)), kind != .list, kind != .container,
      openings.count < XESRows.most
    else { return }
    let key = scanner.text(scanner.attributes[0].value)
    let bytes = scanner.tagStart..<scanner.attributes[1].value.lowerBound
    openings.insert(Opening(bytes: bytes, kind: kind, column: builder.column(key: key, kind: kind)), at: expected)
    expected += 1
  }

  private mutating func append(
    _ value: Range<Int>, isPlain: Bool, _ opening: Opening, from scanner: XMLScanner
  ) throws(XESFault) {
    try scanner.withBytes(of: value, isPlain: isPlain) { (bytes) throws(XESFault) in
      switch opening.kind {
      case .string, .id:
        // Texts repeat: each is looked at once.
        let isNew = builder.append(text: bytes.span, to: opening.column)
        guard !isNew || scanner.isText(bytes) else { throw XESFault(.notUTF8, at: value.lowerBound) }
      default:
        guard builder.append(opening.kind, bytes, to: opening.column) else {
          throw XESFault(.badValue(opening.kind), at: value.lowerBound)
        }
      }
    }
  }

  /// More ways to begin than the events of a log have; where there are more, the others are read tag by tag.
  private static let most = 64
}
