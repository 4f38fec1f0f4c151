import Foundation
import GRDB
import Trace

/// The baseline: the same rows with the same settings, encoded but not sealed.
struct PlainJournal {
  private let database: DatabaseQueue
  private let encoder = JSONEncoder()

  init(file: URL) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA secure_delete = ON")
    }
    database = try DatabaseQueue(path: file.path, configuration: configuration)
    // Setting the journal mode resets this, so it comes after.
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try database.write {
      try $0.execute(
        sql:
          "CREATE TABLE event (position INTEGER PRIMARY KEY, hour INTEGER NOT NULL, frame TEXT, payload BLOB NOT NULL)")
    }
  }

  /// Writes events in one transaction; returns once they are on the disk.
  func append(_ events: [Event]) async throws {
    let rows = try events.map { (Int64($0.id.sequence), try encoder.encode($0)) }
    try await database.write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT INTO event (position, hour, frame, payload) VALUES (?, ?, ?, ?)")
      for (position, payload) in rows { try statement.execute(arguments: [position, 0, nil as String?, payload]) }
    }
  }
}
