import Foundation
import GRDB

/// An event as it is written: sealed, with the open columns beside it.
struct SealedRow: Sendable {
  var position: Position
  var hour: Int64
  /// Its picture's file.
  var frame: FrameName?
  var payload: Data
  /// The picture, where it is not on the disk yet.
  var pixels: Data?

  /// Inserts rows, all or none; a failure tells that a number is there already.
  static func insert(_ rows: [SealedRow], into database: Database) throws -> Result<Void, JournalError> {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO event (position, hour, frame, payload) VALUES (?, ?, ?, ?)")
    do {
      try database.inSavepoint {
        for row in rows {
          try statement.execute(arguments: [row.position.rawValue, row.hour, row.frame?.stored, row.payload])
        }
        return .commit
      }
      return .success(())
    } catch DatabaseError.SQLITE_CONSTRAINT {
      return .failure(
        JournalError(.refused, "An event with the same number is in the journal already. Events are numbered once."))
    }
  }
}

/// Numbers of a session that were lost, and why.
struct Gap: Sendable {
  var first: Position
  var last: Position
  var reason: String

  /// Gaps of as few ranges as it takes.
  static func covering(_ positions: [Position], reason: String) -> [Gap] {
    positions.sorted().reduce(into: []) { gaps, position in
      if let last = gaps.last?.last, position.rawValue <= last.rawValue + 1 {
        gaps[gaps.count - 1].last = position
      } else {
        gaps.append(Gap(first: position, last: position, reason: reason))
      }
    }
  }

  func insert(into database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO gap (first, last, reason) VALUES (?, ?, ?)",
      arguments: [first.rawValue, last.rawValue, reason])
  }
}
