import Foundation
import GRDB
import Trace

/// A row of the table of sessions.
struct StoredSession: Sendable {
  /// How many numbers are read at a time.
  static let chunk: Int64 = 512

  var ordinal: Int64
  var name: String
  var hour: Int64

  static func all(in database: Database) throws -> [StoredSession] {
    try Row.fetchAll(database, sql: "SELECT ordinal, name, hour FROM session ORDER BY ordinal").map {
      StoredSession(ordinal: $0["ordinal"], name: $0["name"], hour: $0["hour"])
    }
  }

  /// The positions that it may have.
  var positions: Range<Int64> {
    let first = Position(ordinal: ordinal, sequence: 0).rawValue
    return first..<(first + Position.sessionSize)
  }

  /// The hours in which each session of a home was recorded: they lie open.
  static func spans(in home: Home) throws(JournalError) -> [String: ClosedRange<Int64>] {
    guard FileManager.default.fileExists(atPath: home.journal.path) else { return [:] }
    do {
      return try Schema.openToRead(home).read { database in
        let sessions = try all(in: database)
        return Dictionary(uniqueKeysWithValues: try sessions.map { ($0.name, try $0.span(in: database)) })
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  private func span(in database: Database) throws -> ClosedRange<Int64> {
    let row = try Row.fetchOne(
      database, sql: "SELECT min(hour), max(hour) FROM event WHERE position >= ? AND position < ?",
      arguments: [positions.lowerBound, positions.upperBound])
    let (first, last) = (row?[0] as Int64? ?? hour, row?[1] as Int64? ?? hour)
    return min(first, hour)...max(last, hour)
  }

  /// Everything it has, in parts small enough to be read at once.
  func parts(in database: Database) throws -> Parts {
    let positions = positions
    let last = try Int64.fetchOne(
      database, sql: "SELECT max(position) FROM event WHERE position >= ? AND position < ?",
      arguments: [positions.lowerBound, positions.upperBound])
    return Parts(last.map { positions.lowerBound..<($0 + 1) } ?? 0..<0, size: StoredSession.chunk)
  }

  /// What can be told of it without its key.
  func summary(of database: DatabaseQueue, home: Home) throws -> SessionSummary {
    var summary = SessionSummary(
      name: name, start: Moment(microseconds: hour * 3_600_000_000), events: 0, bytes: try pictureBytes(in: home),
      lost: try database.read { try gapCount("<>", in: $0) }, erased: try database.read { try gapCount("=", in: $0) })
    var parts = try database.read { try self.parts(in: $0) }
    while let size = try parts.next({ range in try database.read { try StoredSession.size(of: range, in: $0) } }) {
      summary.events += size.events
      summary.bytes += size.bytes
    }
    summary.events += parts.unreadable
    return summary
  }

  private static func size(of range: Range<Int64>, in database: Database) throws -> (events: Int, bytes: Int) {
    let statement = try database.cachedStatement(
      sql: "SELECT count(*), coalesce(sum(length(payload)), 0) FROM event WHERE position >= ? AND position < ?")
    let row = try Row.fetchOne(statement, arguments: [range.lowerBound, range.upperBound])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  /// How many numbers are missing because they were erased, or for another reason (`<>`).
  private func gapCount(_ comparison: String, in database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT sum(last - first + 1) FROM gap WHERE first >= ? AND first < ? AND reason \(comparison) 'erased'",
      arguments: [positions.lowerBound, positions.upperBound]) ?? 0
  }

  private func pictureBytes(in home: Home) throws -> Int {
    let folder = FrameName.folder(of: name, in: home)
    guard FileManager.default.fileExists(atPath: folder.path) else { return 0 }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
      .reduce(0) { $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
  }
}

/// A row of the table of events.
struct StoredRow: Sendable {
  var position: Position
  /// Which of its session's keys it is sealed with.
  var generation: Int
  /// Its picture's file, where there is one.
  var frame: DatabaseValue
  var payload: Data

  init(_ row: Row) {
    position = Position(rawValue: row["position"])
    (generation, frame, payload) = (row["generation"], row["frame"], row["payload"])
  }

  /// The id of its picture, in a session of this name.
  func picture(in session: String) -> String? {
    FrameName(session: session, stored: frame)?.description
  }

  static func fetch(_ range: Range<Int64>, hours: ClosedRange<Int64>?, in database: Database) throws -> [StoredRow] {
    guard let hours else { return [] }
    let statement = try database.cachedStatement(
      sql:
        "SELECT position, generation, frame, payload FROM event WHERE position >= ? AND position < ? "
        + "AND hour BETWEEN ? AND ? ORDER BY position")
    let rows = try Row.fetchCursor(
      statement, arguments: [range.lowerBound, range.upperBound, hours.lowerBound, hours.upperBound])
    var result: [StoredRow] = []
    while let row = try rows.next() {
      result.append(StoredRow(row))
    }
    return result
  }
}
