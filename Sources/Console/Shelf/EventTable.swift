import Findings
import Trace

/// Every event that was kept, in little space: what the timeline and the search show of it.
struct EventTable: Sendable {
  struct Row: Sendable {
    var session: UInt32
    var number: UInt32
    var time: Moment
    var place: UInt32
    var outline: UInt32
    /// Where in the texts its words begin; they end where those of the next begin.
    var words: UInt32
    var folded: UInt32
  }

  private(set) var rows: [Row] = []
  private(set) var sessions = Interned()
  private(set) var places = Interned()
  private(set) var outlines = Interned()
  /// The pictures, by the number of the row.
  private(set) var frames: [Int: (frame: Frame, mark: Bounds?)] = [:]
  private var words: [UInt8] = []
  private var folded: [UInt8] = []

  mutating func append(_ event: Event) {
    let text = EventText(event).words
    let place = event.place.document + event.place.query
    let row = Row(
      session: sessions.number(of: event.id.session), number: UInt32(clamping: event.id.sequence), time: event.time,
      place: places.number(of: place.isEmpty ? event.place.application : place),
      outline: outlines.number(of: EventText.outline(of: event)), words: UInt32(clamping: words.count),
      folded: UInt32(clamping: folded.count))
    words += text.utf8
    folded += "\(text)\n\(event.place.title)\n\(place)".lowercased().utf8
    if let frame = event.frame { frames[rows.count] = (frame, event.element?.bounds) }
    rows.append(row)
  }

  func id(_ number: Int) -> EventID {
    EventID(session: sessions[rows[number].session], sequence: Int(rows[number].number))
  }

  func place(_ number: Int) -> String { places[rows[number].place] }

  /// What happened, without values.
  func outline(_ number: Int) -> String { outlines[rows[number].outline] }

  /// What happened, as it was kept.
  func words(_ number: Int) -> String {
    let end = number + 1 < rows.count ? Int(rows[number + 1].words) : words.count
    return String(decoding: words[Int(rows[number].words)..<end], as: UTF8.self)
  }

  /// The rows that hold every word of a query, the latest first.
  func search(_ query: String) -> [Int] {
    let terms = query.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    guard !terms.isEmpty else { return rows.indices.reversed() }
    var found: [Int] = []
    folded.withUnsafeBufferPointer { text in
      for number in rows.indices.reversed() {
        let end = number + 1 < rows.count ? Int(rows[number + 1].folded) : text.count
        let own = UnsafeBufferPointer(rebasing: text[Int(rows[number].folded)..<end])
        if terms.allSatisfy({ EventTable.contains($0, own) }) { found.append(number) }
      }
    }
    return found
  }

  private static func contains(_ term: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = term.first, text.count >= term.count else { return false }
    var place = 0
    let last = text.count - term.count
    while place <= last {
      if text[place] == first {
        var length = 1
        while length < term.count, text[place + length] == term[length] { length += 1 }
        if length == term.count { return true }
      }
      place += 1
    }
    return false
  }
}

/// Texts that come again and again, each kept once.
struct Interned: Sendable {
  private(set) var texts: [String] = []
  private var numbers: [String: UInt32] = [:]

  mutating func number(of text: String) -> UInt32 {
    if let known = numbers[text] { return known }
    let number = UInt32(clamping: texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  subscript(number: UInt32) -> String { texts[Int(number)] }
}
