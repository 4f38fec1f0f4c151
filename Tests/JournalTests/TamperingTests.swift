import Foundation
import GRDB
import Guard
import Testing
import Trace

@testable import Journal

@Suite("What was changed behind the journal's back is counted and stops nothing")
struct TamperingTests {
  /// A home with one session of some events; returns its reader's view after `change`.
  private func read(
    _ count: Int = 10, after change: (Home, DatabaseQueue) async throws -> Void
  ) async throws -> (Reading, [SessionSummary]) {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    for session in ["a", "b"] {
      var tracker = try Tracker(session: session)
      let writer = try JournalWriter(
        home: temporary.home, keys: Keys.recorder(in: temporary.home), session: session, at: monday)
      try await writer.append((0..<count).map { try tracker.sanitized($0, filling: "\(session) \($0)") })
    }
    try await change(temporary.home, try DatabaseQueue(path: temporary.home.journal.path))
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    return (try await reader.events(), try await reader.sessions())
  }

  @Test("Nothing changed, nothing is damaged")
  func untouched() async throws {
    let (reading, sessions) = try await read { _, _ in }
    #expect(reading.damaged == 0)
    #expect(reading.events.map(\.id.description) == ["a", "b"].flatMap { s in (0..<10).map { "\(s)#\($0)" } })
    #expect(sessions.map(\.events) == [10, 10])
  }

  @Test("One flipped bit loses one event")
  func flippedBit() async throws {
    let (reading, _) = try await read { _, database in
      try await database.write { database in
        let position = try Int64.fetchOne(database, sql: "SELECT min(position) + 3 FROM event")
        var payload = try #require(
          try Data.fetchOne(database, sql: "SELECT payload FROM event WHERE position = ?", arguments: [position]))
        payload[payload.startIndex + 40] ^= 1
        try database.execute(sql: "UPDATE event SET payload = ? WHERE position = ?", arguments: [payload, position])
      }
    }
    #expect(reading.damaged == 1)
    #expect(reading.events.count == 19)
    #expect(!reading.events.contains { $0.id == EventID(session: "a", sequence: 3) })
  }

  @Test("Rows that change places do not open there, in their session or another")
  func swapped() async throws {
    let (reading, _) = try await read { _, database in
      try await database.write { database in
        let rows = try Row.fetchAll(database, sql: "SELECT position, payload FROM event ORDER BY position")
        for (from, to) in [(0, 1), (1, 0), (2, 12), (12, 2)] {
          try database.execute(
            sql: "UPDATE event SET payload = ? WHERE position = ?",
            arguments: [rows[from]["payload"] as Data, rows[to]["position"] as Int64])
        }
      }
    }
    #expect(reading.damaged == 4)
    #expect(reading.events.count == 16)
  }

  @Test("A session whose key is gone is counted, the others still open")
  func missingKey() async throws {
    let (reading, sessions) = try await read { home, _ in
      try FileManager.default.removeItem(at: SessionKey.location(of: "a", in: home))
    }
    #expect(reading.damaged == 10)
    #expect(Set(reading.events.map(\.id.session)) == ["b"])
    #expect(sessions.map(\.events) == [10, 10])
  }

  @Test("A page of the file overwritten with noise loses what lay there and no more")
  func damagedPages() async throws {
    let (reading, _) = try await read(200) { home, database in
      try await database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      let size = try await database.read { try Int.fetchOne($0, sql: "PRAGMA page_size") ?? 0 }
      try database.close()
      let file = try FileHandle(forUpdating: home.journal)
      // A page of rows in the middle of the file.
      let pages = Int(try file.seekToEnd()) / size
      try file.seek(toOffset: UInt64(pages / 2 * size))
      try file.write(contentsOf: Data(repeating: 0xa5, count: size))
      try file.close()
    }
    #expect(reading.damaged > 0)
    // An event takes 150 bytes or more of a page's 4,096.
    #expect(reading.damaged <= 27)
    #expect(reading.events.count + reading.damaged == 400)
  }

  @Test("A file that is no journal, and a journal of a newer version, are refused and left alone")
  func refused() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keys = try Keys.recorder(in: temporary.home)
    let missing = #expect(throws: JournalError.self) {
      try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    }
    #expect(missing?.code == .notFound)

    let noise = Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try noise.write(to: temporary.home.journal)
    let damaged = #expect(throws: JournalError.self) {
      try JournalWriter(home: temporary.home, keys: keys, session: "s", at: monday)
    }
    #expect(damaged?.code == .damaged)
    #expect(try Data(contentsOf: temporary.home.journal) == noise)

    try FileManager.default.removeItem(at: temporary.home.journal)
    _ = try JournalWriter(home: temporary.home, keys: keys, session: "s", at: monday)
    let database = try DatabaseQueue(path: temporary.home.journal.path)
    try await database.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('journal-99')")
    }
    let newer = #expect(throws: JournalError.self) {
      try JournalWriter(home: temporary.home, keys: keys, session: "t", at: monday)
    }
    #expect(newer?.code == .newerVersion)
  }
}

@Suite("Journals of other versions")
struct VersionTests {
  @Test("A journal of the first version is read, and written on, as if it were of this one")
  func older() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    let keys = try Keys.recorder(in: temporary.home)
    let tracker = try Tracker(session: "old")
    // As the first version wrote it: without generations.
    let database = try DatabaseQueue(path: temporary.home.journal.path)
    let key = try SessionKey.create(for: "old", sealedTo: keys.publicKey, in: temporary.home)
    let events = (0..<5).map { tracker.event($0, filling: "\($0)") }
    let first = String(decoding: PackageResources.journal_1_sql, as: UTF8.self)
    try await database.write { database in
      try database.execute(sql: first)
      try database.execute(
        sql: """
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES ('journal-1');
          INSERT INTO session (name, hour) VALUES ('old', 498729);
          """)
      for event in events {
        try database.execute(
          sql: "INSERT INTO event (position, hour, payload) VALUES (?, 498729, ?)",
          arguments: [
            Position(ordinal: 1, sequence: event.id.sequence).rawValue,
            try key.seal(JSONEncoder().encode(event), as: .event, named: "\(event.id.sequence)"),
          ])
      }
    }
    try database.close()
    let reader = try JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home))
    #expect(try await reader.events() == Reading(events: events))
    var new = try Tracker(session: "new")
    let writer = try JournalWriter(home: temporary.home, keys: keys, session: "new", at: monday)
    try await writer.append([new.sanitized(0)])
    #expect(try await reader.events().events.count == 6)
  }

  @Test("What is acknowledged is synced: GRDB's own setting is not, and it does not come back")
  func synchronous() async throws {
    let temporary = try TemporaryHome()
    let database = try Schema.open(temporary.home)
    #expect(try await database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try await database.read { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 1)
  }
}
