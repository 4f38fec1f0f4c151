import Foundation
import GRDB

/// The journal's tables, as steps that are never changed once released.
enum Schema {
  /// The version of what is inside a payload; a part of what authenticates it.
  static let payloadVersion = 1

  static func migrator() -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("journal-1") { database in
      try database.execute(sql: String(decoding: PackageResources.journal_1_sql, as: UTF8.self))
    }
    migrator.registerMigration("journal-2") { database in
      try database.execute(sql: String(decoding: PackageResources.journal_2_sql, as: UTF8.self))
    }
    migrator.registerMigration("journal-3") { database in
      try database.execute(sql: String(decoding: PackageResources.journal_3_sql, as: UTF8.self))
    }
    migrator.registerMigration("journal-4") { database in
      try database.execute(sql: String(decoding: PackageResources.journal_4_sql, as: UTF8.self))
    }
    migrator.registerMigration("journal-5") { database in
      try database.execute(sql: String(decoding: PackageResources.journal_5_sql, as: UTF8.self))
    }
    return migrator
  }

  /// Settings of every connection: what is deleted is overwritten.
  static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.journalMode = isReadOnly ? .default : .wal
    // A recorder waits while a large erasure goes on beside it; it takes turns with it, part by part.
    configuration.busyMode = .timeout(isReadOnly ? 5 : 60)
    configuration.prepareDatabase { database in
      guard !isReadOnly else { return }
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Opens the journal of a home to write, and brings its tables up to date.
  static func open(_ home: Home) throws(JournalError) -> DatabaseQueue {
    try home.create()
    // Two that open it at once would both make its tables.
    let lock = try FileLock(home.state.appending(path: "journal.lock"))
    defer { lock.release() }
    do {
      try Folder.touch(home.journal)
      let database = try DatabaseQueue(path: home.journal.path, configuration: configuration(isReadOnly: false))
      // An acknowledged commit is on the disk. Setting the journal mode resets this, so it comes after.
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try refuseNewer(database, at: home)
      try migrator().migrate(database)
      try Folder.sync(folder: home.data)
      return database
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  /// Opens the journal of a home to read.
  static func openToRead(_ home: Home) throws(JournalError) -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: home.journal.path) else {
      throw JournalError(
        .notFound, "There is no journal in \(home.data.path) yet. Record some work first: understudy record.")
    }
    do {
      if let database = try openUpToDate(home) { return database }
      // Of an older version, or left by a crash as it was first made: opening it to write puts both right.
      _ = try open(home)
      return try DatabaseQueue(path: home.journal.path, configuration: configuration(isReadOnly: true))
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  /// Nil where the journal has to be written to before it can be read.
  private static func openUpToDate(_ home: Home) throws -> DatabaseQueue? {
    do {
      let database = try DatabaseQueue(path: home.journal.path, configuration: configuration(isReadOnly: true))
      try refuseNewer(database, at: home)
      return try database.read { try migrator().hasCompletedMigrations($0) } ? database : nil
    } catch DatabaseError.SQLITE_READONLY {
      return nil
    }
  }

  private static func refuseNewer(_ database: DatabaseQueue, at home: Home) throws {
    guard try database.read({ try migrator().hasBeenSuperseded($0) }) else { return }
    throw JournalError(
      .newerVersion,
      "The journal \(home.journal.path) was written by a newer Understudy. Update this one to read it; "
        + "nothing was changed.")
  }
}

extension JournalError {
  /// What an error of the database means, without anything that was bound to a statement.
  init(_ error: any Error, at file: URL) {
    switch error {
    case let error as JournalError:
      self = error
    case DatabaseError.SQLITE_FULL:
      self = Folder.failure(ENOSPC, at: file)
    // Where not even the index of the log can grow, SQLite says that it could not read or write.
    case DatabaseError.SQLITE_IOERR where Ballast.isFull(at: file.deletingLastPathComponent()):
      self = Folder.failure(ENOSPC, at: file)
    case DatabaseError.SQLITE_CORRUPT, DatabaseError.SQLITE_NOTADB:
      self.init(
        .damaged,
        "The journal \(file.path) is damaged. What can still be read is shown; restore the file from a "
          + "backup or move it away to record anew.")
    case let error as DatabaseError:
      self.init(
        .unavailable,
        "The journal \(file.path) cannot be used (SQLite: \(error.extendedResultCode)). Check that the "
          + "disk is writable and no other program holds the file.")
    default:
      self.init(.unavailable, "The journal \(file.path) cannot be used. Check that the disk is writable.")
    }
  }
}
