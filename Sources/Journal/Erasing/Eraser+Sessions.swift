import Crypto
import Foundation
import GRDB
import Trace

extension Eraser {
  /// How many rows go, or get a new key, in one transaction: a recorder beside it waits no longer than for these.
  private static let chunk = 500

  /// Erases a part of a session, or all of it; with no part, completes what an erasure that was cut off had begun.
  func erase(_ part: Part?, of session: StoredSession, into receipt: inout ErasureReceipt) throws(JournalError) {
    do {
      let name = session.name
      let before = try pictures(of: session)
      if let sequences = part?.sequences {
        receipt.events += try delete(sequences.sorted(), of: session)
      } else if part != nil {
        receipt.events += try deleteAll(of: session)
      }
      if try database.read({ try session.count(in: $0) }) == 0, part != nil {
        try forget(session)
        receipt.sessions.append(name)
        receipt.pictures += before.count
        return
      }
      let keys = try SessionKeyFile.all(of: name, in: home)
      guard try part != nil || keys.count > 1 || buildsOnOrphans(session) else {
        try removeOrphans(of: session)
        return
      }
      guard let person = key else { return }
      let rewritten = part?.rewritten ?? [:]
      receipt.unreadable += try renew(session, keys: keys, with: person, rewriting: rewritten)
      receipt.rewritten += rewritten.count
      try removeOrphans(of: session)
      let after = try pictures(of: session)
      receipt.pictures += max(0, before.count - after.count)
      if part != nil { receipt.rekeyed.append(name) }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  // MARK: - Rows

  private func delete(_ sequences: [Int], of session: StoredSession) throws -> Int {
    var deleted = 0
    for start in stride(from: 0, to: sequences.count, by: Eraser.chunk) {
      let part = sequences[start..<min(start + Eraser.chunk, sequences.count)]
      let positions = part.map { Position(ordinal: session.ordinal, sequence: $0) }
      deleted += try write { database in
        for position in positions {
          try database.execute(sql: "DELETE FROM event WHERE position = ?", arguments: [position.rawValue])
        }
        for gap in Gap.covering(positions, reason: "erased") { try gap.insert(into: database) }
        return positions.count
      }
    }
    return deleted
  }

  private func deleteAll(of session: StoredSession) throws -> Int {
    var deleted = 0
    while true {
      let count = try write { database in
        try database.execute(
          sql: """
            DELETE FROM event WHERE position IN
            (SELECT position FROM event WHERE position >= ? AND position < ? ORDER BY position LIMIT ?)
            """,
          arguments: [session.positions.lowerBound, session.positions.upperBound, Eraser.chunk])
        return database.changesCount
      }
      deleted += count
      if count < Eraser.chunk { return deleted }
    }
  }

  /// A session without events: its row, its gaps, its pictures, its keys.
  private func forget(_ session: StoredSession) throws {
    for file in try SessionKeyFile.all(of: session.name, in: home) { try file.destroy(in: home) }
    try write { database in
      try database.execute(
        sql: "DELETE FROM gap WHERE first >= ? AND first < ?",
        arguments: [session.positions.lowerBound, session.positions.upperBound])
      try database.execute(sql: "DELETE FROM session WHERE ordinal = ?", arguments: [session.ordinal])
    }
    try Folder.remove(FrameName.folder(of: session.name, in: home))
  }

  /// A transaction, after which the log beside the journal holds nothing of what was overwritten.
  private func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let result = try database.write(body)
    try database.writeWithoutTransaction { database in
      _ = try database.checkpoint(.passive)
    }
    return result
  }

  // MARK: - A new key for the rest

  /// Seals every event and picture of a session with a new key, and destroys the keys before it.
  ///
  /// - Returns: how many events could not be read: they are gone.
  private func renew(
    _ session: StoredSession, keys: [SessionKeyFile], with person: PersonKey, rewriting: [Int: Event]
  ) throws -> Int {
    let generation = (keys.last?.generation ?? 0) + 1
    let new = try SessionKey.create(
      for: session.name, generation: generation, sealedTo: person.privateKey.publicKey, in: home)
    var old: [Int: SessionKey] = [:]
    for file in keys {
      old[file.generation] = try? SessionKey.open(
        session.name, generation: file.generation, with: person, in: home)
    }
    var pictures = RenewedPictures(from: old, to: new, in: home)
    var unreadable = 0
    var next = session.positions.lowerBound
    while true {
      let rows = try database.read { database in
        try Row.fetchAll(
          database,
          sql: "SELECT position, generation, frame, payload FROM event WHERE position >= ? AND position < ? "
            + "ORDER BY position LIMIT ?",
          arguments: [next, session.positions.upperBound, Eraser.chunk]
        ).map {
          StoredRow($0)
        }
      }
      guard let last = rows.last else { break }
      next = last.position.rawValue + 1
      let renewed = rows.map { row in
        (
          row,
          old[row.generation].flatMap {
            renew(row, as: rewriting[row.position.sequence], from: $0, to: new, &pictures)
          }
        )
      }
      unreadable += renewed.count { $0.1 == nil }
      try write { database in
        for (row, renewed) in renewed {
          if let renewed {
            try database.execute(
              sql: "UPDATE event SET generation = ?, frame = ?, payload = ? WHERE position = ?",
              arguments: [generation, renewed.frame?.stored, renewed.payload, row.position.rawValue])
          } else {
            try database.execute(sql: "DELETE FROM event WHERE position = ?", arguments: [row.position.rawValue])
            try Gap(first: row.position, last: row.position, reason: "unreadable").insert(into: database)
          }
        }
      }
    }
    for file in keys { try file.destroy(in: home) }
    return unreadable
  }

  /// An event sealed with another key of its session, its picture too; nil where it cannot be read.
  ///
  /// - Parameter rewritten: the event as it is to be from now on; nil where it stays as it is.
  private func renew(
    _ row: StoredRow, as rewritten: Event?, from old: SessionKey, to new: SessionKey,
    _ pictures: inout RenewedPictures
  ) -> (payload: Data, frame: FrameName?)? {
    let number = String(row.position.sequence)
    do {
      let bytes = try old.open(row.payload, as: .event, named: number)
      let id = EventID(session: new.session, sequence: row.position.sequence)
      var event =
        try rewritten ?? EventPayload.decode(bytes, of: id, picture: row.picture(in: new.session))
      if let frame = event.frame {
        event.frame?.id = try pictures.renew(FrameName(frame.id))?.description ?? frame.id
      }
      let payload = try new.seal(EventPayload.encode(event), as: .event, named: number)
      return (payload, event.frame.map { FrameName($0.id) })
    } catch {
      return nil
    }
  }

  // MARK: - Pictures

  private func pictures(of session: StoredSession) throws -> [String] {
    try Folder.names(in: FrameName.folder(of: session.name, in: home))
  }

  /// Removes pictures that no event names, and that none builds upon that is named.
  private func removeOrphans(of session: StoredSession) throws {
    let names = try pictures(of: session)
    guard !names.isEmpty else { return }
    let needed = PictureReader.needed(try namedPictures(of: session), of: session.name, in: home)
    for name in names where !needed.contains(name) {
      try Folder.destroy(FrameName(session: session.name, name: name).location(in: home))
    }
  }

  /// Whether pictures that are named build upon some that no event names any more: these go once the rest has a new key.
  private func buildsOnOrphans(_ session: StoredSession) throws -> Bool {
    let named = try namedPictures(of: session)
    return PictureReader.needed(named, of: session.name, in: home).count > named.count
  }

  private func namedPictures(of session: StoredSession) throws -> Set<String> {
    try database.read { database in
      try DatabaseValue.fetchAll(
        database, sql: "SELECT DISTINCT frame FROM event WHERE position >= ? AND position < ? AND frame IS NOT NULL",
        arguments: [session.positions.lowerBound, session.positions.upperBound]
      ).reduce(into: []) { names, value in
        if let frame = FrameName(session: session.name, stored: value) { names.insert(frame.name) }
      }
    }
  }

  // MARK: - Space

  /// Empties the log beside the journal, and gives space back to the disk where much of it is free.
  func shrink() throws(JournalError) {
    do {
      try database.writeWithoutTransaction { database in
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        // Without enough space for the copy it stays as it is: what is free was overwritten.
        if free * 4 > pages { try? database.execute(sql: "VACUUM") }
        _ = try database.checkpoint(.truncate)
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }
}

extension StoredSession {
  /// The position of its last event; nil where it has none.
  func last(in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database, sql: "SELECT max(position) FROM event WHERE position >= ? AND position < ?",
      arguments: [positions.lowerBound, positions.upperBound])
  }

  func count(in database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM event WHERE position >= ? AND position < ?",
      arguments: [positions.lowerBound, positions.upperBound]) ?? 0
  }
}
