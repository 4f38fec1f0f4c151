public import Foundation
import GRDB
public import Trace

/// Reads a journal with the person's key, also while it is being written.
///
/// ```swift
/// let reader = try JournalReader(home: home, key: Keys.unlock(in: home, passphrase: passphrase))
/// let reading = try await reader.events(Selection(from: monday, until: tuesday))
/// ```
///
/// An event that cannot be read is counted and never stops the others.
public actor JournalReader {
  private let home: Home
  private let key: PersonKey
  private let database: DatabaseQueue
  private let decoder = JSONDecoder()
  /// Nil for a session whose key cannot be opened.
  private var sessionKeys: [String: SessionKey?] = [:]

  public init(home: Home, key: PersonKey) throws(JournalError) {
    self.home = home
    self.key = key
    database = try Schema.openToRead(home)
  }

  /// The sessions in the order in which they began.
  public func sessions() async throws(JournalError) -> [SessionSummary] {
    do {
      return try await database.read { [home] database in
        try StoredSession.all(in: database).map { try $0.summary(in: database, home: home) }
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  /// The selected events, in the journal's order, without pixels.
  public func events(_ selection: Selection = .all) async throws(JournalError) -> Reading {
    var reading = Reading()
    try await read(selection) {
      reading.events.append($0)
    } damaged: {
      reading.damaged += $0
    }
    return reading
  }

  /// Hands over the selected events one by one, in the journal's order, without holding them all.
  ///
  /// - Returns: how many could not be read.
  @discardableResult
  public func forEach(_ selection: Selection = .all, _ body: (Event) -> Void) async throws(JournalError) -> Int {
    var count = 0
    try await read(selection, body) { count += $0 }
    return count
  }

  /// The picture of a frame that was read from this journal; nil where it has been erased or is damaged.
  public func pixels(of frame: Frame) async -> Data? {
    let name = FrameName(frame.id)
    guard name.isValid, let key = sessionKey(name.session) else { return nil }
    do {
      return try key.open(Data(contentsOf: name.location(in: home)), as: .frame, named: name.name)
    } catch {
      return nil
    }
  }

  // MARK: - Rows

  private func read(
    _ selection: Selection, _ body: (Event) -> Void, damaged: (Int) -> Void
  ) async throws(JournalError) {
    do {
      let sessions = try await database.read { try StoredSession.all(in: $0) }
      for session in sessions where selection.sessions?.contains(session.name) ?? true {
        var ranges = try await database.read { try session.chunks(in: $0) }
        while let range = ranges.popLast() {
          do {
            let rows = try await database.read { try StoredRow.fetch(range, hours: selection.hours, in: $0) }
            for row in rows {
              guard let event = open(row, of: session) else {
                damaged(1)
                continue
              }
              if selection.contains(event) { body(event) }
            }
          } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            // What lies around a damaged page is read by halves.
            if range.count == 1 { damaged(1) } else { ranges += [range.upperHalf, range.lowerHalf] }
          }
        }
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  private func open(_ row: StoredRow, of session: StoredSession) -> Event? {
    guard let key = sessionKey(session.name) else { return nil }
    do {
      let bytes = try key.open(row.payload, as: .event, named: String(row.position.sequence))
      let event = try decoder.decode(Event.self, from: bytes)
      return event.id == EventID(session: session.name, sequence: row.position.sequence) ? event : nil
    } catch {
      return nil
    }
  }

  private func sessionKey(_ session: String) -> SessionKey? {
    if let known = sessionKeys[session] { return known }
    let opened: SessionKey?
    do { opened = try SessionKey.open(session, with: key, in: home) } catch { opened = nil }
    sessionKeys[session] = .some(opened)
    return opened
  }
}

extension Selection {
  /// The hours that may hold selected events.
  var hours: ClosedRange<Int64>? {
    let first = from?.hour ?? .min
    let last = until?.hour ?? .max
    return first <= last ? first...last : nil
  }
}

extension Range<Int64> {
  fileprivate var lowerHalf: Range<Int64> { lowerBound..<(lowerBound + Int64(count / 2)) }
  fileprivate var upperHalf: Range<Int64> { (lowerBound + Int64(count / 2))..<upperBound }
}
