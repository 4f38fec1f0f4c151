import Foundation
import GRDB

/// An event as it is written: sealed, with the open columns beside it.
struct SealedRow: Sendable {
  var position: Position
  var hour: Int64
  /// The name of its picture's file.
  var frame: String?
  var payload: Data
  /// The picture, sealed, where it is not on the disk yet.
  var pixels: Data?

  func insert(into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO event (position, hour, frame, payload) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [position.rawValue, hour, frame, payload])
  }

  /// Writes the pictures of rows, so that they are on the disk before a row names them.
  static func writeFrames(of rows: [SealedRow], session: String, in home: Home) throws(JournalError) {
    let folder = FrameName.folder(of: session, in: home)
    for row in rows {
      guard let name = row.frame, let pixels = row.pixels else { continue }
      try Folder.create(folder)
      try Folder.write(pixels, to: FrameName(session: session, name: name).location(in: home))
    }
  }
}

/// Numbers of a session that were lost, and why.
struct Gap: Sendable {
  var first: Position
  var last: Position
  var reason: String

  func insert(into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO gap (first, last, reason) VALUES (?, ?, ?)",
      arguments: [first.rawValue, last.rawValue, reason])
  }
}
