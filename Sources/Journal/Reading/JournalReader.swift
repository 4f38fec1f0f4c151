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
  /// Nil for a session whose key cannot be opened.
  private var sessionKeys: [SessionKeyFile: SessionKey?] = [:]
  /// The pictures of the session and key that were asked for last.
  private var pictures: (of: SessionKeyFile, reader: PictureReader)?

  public init(home: Home, key: PersonKey) throws(JournalError) {
    self.home = home
    self.key = key
    database = try Schema.openToRead(home)
  }

  /// The sessions in the order in which they began.
  public func sessions() async throws(JournalError) -> [SessionSummary] {
    try summaries()
  }

  /// The selected events, in the journal's order, without pixels.
  public func events(_ selection: Selection = .all) async throws(JournalError) -> Reading {
    var reading = Reading()
    reading.damaged = try read(selection) { reading.events.append($0) }
    return reading
  }

  /// Hands over the selected events one by one, in the journal's order, without holding them all.
  ///
  /// - Returns: how many could not be read.
  @discardableResult
  public func forEach(_ selection: Selection = .all, _ body: (Event) -> Void) async throws(JournalError) -> Int {
    try read(selection, body)
  }

  /// The picture of a frame that was read from this journal; nil where it has been erased or is damaged.
  public func pixels(of frame: Frame) async -> Data? {
    let name = FrameName(frame.id)
    guard name.isValid, let key = sessionKey(name.session, name.generation) else { return nil }
    let file = SessionKeyFile(session: name.session, generation: name.generation)
    var reader = PictureReader(key: key, home: home)
    if let pictures, pictures.of == file { reader = pictures.reader }
    defer { pictures = (file, reader) }
    return reader.picture(named: name.name)
  }

  // MARK: - Rows

  private func summaries() throws(JournalError) -> [SessionSummary] {
    do {
      return try database.read { try StoredSession.all(in: $0) }.map { try $0.summary(of: database, home: home) }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  /// Calls `body` with the selected events; returns how many could not be read.
  private func read(_ selection: Selection, _ body: (Event) -> Void) throws(JournalError) -> Int {
    var damaged = 0
    do {
      for session in try database.read({ try StoredSession.all(in: $0) })
      where selection.sessions?.contains(session.name) ?? true {
        var parts = try database.read { try session.parts(in: $0) }
        while let rows = try parts.next({ range in
          try database.read { try StoredRow.fetch(range, hours: selection.hours, in: $0) }
        }) {
          for row in rows {
            if let event = open(row, of: session) {
              if selection.contains(event) { body(event) }
            } else {
              damaged += 1
            }
          }
        }
        damaged += parts.unreadable
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
    return damaged
  }

  private func open(_ row: StoredRow, of session: StoredSession) -> Event? {
    guard let key = sessionKey(session.name, row.generation) else { return nil }
    do {
      let bytes = try key.open(row.payload, as: .event, named: String(row.position.sequence))
      let id = EventID(session: session.name, sequence: row.position.sequence)
      let event = try EventPayload.decode(bytes, of: id, picture: row.picture(in: session.name))
      return event.id == id ? event : nil
    } catch {
      return nil
    }
  }

  private func sessionKey(_ session: String, _ generation: Int) -> SessionKey? {
    let file = SessionKeyFile(session: session, generation: generation)
    if let known = sessionKeys[file] { return known }
    let opened: SessionKey?
    do { opened = try SessionKey.open(session, generation: generation, with: key, in: home) } catch { opened = nil }
    sessionKeys[file] = .some(opened)
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
