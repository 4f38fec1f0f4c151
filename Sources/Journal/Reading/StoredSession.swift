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

  /// The positions it has, in parts small enough to be read at once, the first one last.
  func chunks(in database: Database) throws -> [Range<Int64>] {
    let positions = positions
    let last = try Int64.fetchOne(
      database, sql: "SELECT max(position) FROM event WHERE position >= ? AND position < ?",
      arguments: [positions.lowerBound, positions.upperBound])
    guard let last else { return [] }
    return stride(from: positions.lowerBound, through: last, by: Int64.Stride(StoredSession.chunk)).map {
      $0..<Swift.min($0 + StoredSession.chunk, last + 1)
    }.reversed()
  }

  func summary(in database: Database, home: Home) throws -> SessionSummary {
    let arguments: StatementArguments = [positions.lowerBound, positions.upperBound]
    let row = try Row.fetchOne(
      database,
      sql: "SELECT count(*) AS events, coalesce(sum(length(payload)), 0) AS bytes FROM event "
        + "WHERE position >= ? AND position < ?", arguments: arguments)
    let lost = try Int.fetchOne(
      database, sql: "SELECT sum(last - first + 1) FROM gap WHERE first >= ? AND first < ?", arguments: arguments)
    let folder = FrameName.folder(of: name, in: home)
    let files =
      try FileManager.default.fileExists(atPath: folder.path)
      ? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey]) : []
    let pictures = try files.reduce(0) { $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    return SessionSummary(
      name: name, start: Moment(microseconds: hour * 3_600_000_000), events: row?["events"] ?? 0,
      bytes: (row?["bytes"] ?? 0) + pictures, lost: lost ?? 0)
  }
}

/// A row of the table of events.
struct StoredRow: Sendable {
  var position: Position
  var payload: Data

  static func fetch(_ range: Range<Int64>, hours: ClosedRange<Int64>?, in database: Database) throws -> [StoredRow] {
    guard let hours else { return [] }
    let statement = try database.cachedStatement(
      sql: "SELECT position, payload FROM event WHERE position >= ? AND position < ? AND hour BETWEEN ? AND ? "
        + "ORDER BY position")
    let rows = try Row.fetchCursor(
      statement, arguments: [range.lowerBound, range.upperBound, hours.lowerBound, hours.upperBound])
    var result: [StoredRow] = []
    while let row = try rows.next() {
      result.append(StoredRow(position: Position(rawValue: row["position"]), payload: row["payload"]))
    }
    return result
  }
}
