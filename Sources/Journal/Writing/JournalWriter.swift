import Crypto
import Foundation
import GRDB
public import Guard
public import Trace

/// Writes the events of one recording session. It cannot read: what it seals opens only with the person's key.
///
/// ```swift
/// let writer = try JournalWriter(home: home, keys: Keys.recorder(in: home), session: "20261124T090000Z-1f3a", at: now)
/// try await writer.append([event])  // returns when the event is on the disk
/// ```
///
/// Appends that wait for the disk are committed together, so many small ones cost little more than a few large ones:
/// call it for the next events while the last ones are on their way. After a failed commit (a full disk) the writer
/// goes on with the next append; the numbers that were lost are marked as a gap.
public actor JournalWriter {
  public nonisolated let session: String

  private let home: Home
  private let key: SessionKey
  private let lock: SessionLock
  private let database: DatabaseQueue
  private let ordinal: Int64

  private var waiting: [Batch] = []
  private var isCommitting = false
  private var isEnded = false
  /// Numbers lost since the last commit that held.
  private var lost: [Gap] = []
  /// Pictures of this session that are on the disk already: by the surface's name and by their own.
  private var storedFrames: [String: String] = [:]
  private var pictures: PictureWriter

  private struct Batch {
    var rows: [SealedRow]
    var done: CheckedContinuation<Result<Void, JournalError>, Never>
  }

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - session: its name, unique in this home; letters, digits, `-` and `_`.
  ///   - time: when it begins.
  public init(home: Home, keys: RecorderKeys, session: String, at time: Moment) throws(JournalError) {
    try SessionName.check(session)
    self.home = home
    self.session = session
    let database = try Schema.open(home)
    self.database = database
    guard let lock = try SessionLock(session, in: home) else {
      throw JournalError(.refused, "Session \(session) is being recorded already.")
    }
    self.lock = lock
    do {
      // The key is on the disk before the first row that needs it, and is never made for a session that has one.
      (ordinal, key) = try database.write { database in
        try database.execute(
          sql: "INSERT INTO session (name, hour) VALUES (?, ?)", arguments: [session, time.hour])
        let ordinal = database.lastInsertedRowID
        return (ordinal, try JournalWriter.makeKey(for: session, keys: keys, in: home))
      }
    } catch DatabaseError.SQLITE_CONSTRAINT {
      throw JournalError(.refused, "There is a session \(session) already. A session is begun once.")
    } catch {
      throw JournalError(error, at: home.journal)
    }
    pictures = PictureWriter(key: key, home: home)
  }

  /// Ends the session: it can be erased from now on. Nothing may be appended any more.
  ///
  /// What a failed commit lost is marked, where the disk takes it by now.
  public func end() async {
    guard !isEnded else { return }
    isEnded = true
    let gaps = lost
    if !gaps.isEmpty {
      // Nobody waits for it: where it fails again, the ledger tells that the session broke off.
      try? await database.write { database in for gap in gaps { try gap.insert(into: database) } }
    }
    lock.release()
  }

  deinit {
    if !isEnded { lock.release() }
  }

  private static func makeKey(
    for session: String, keys: RecorderKeys, in home: Home
  ) throws(JournalError) -> SessionKey {
    try Keys.locked(in: home) { () throws(JournalError) in
      guard try Keys.recorder(in: home).publicKey.rawRepresentation == keys.publicKey.rawRepresentation else {
        throw JournalError(.refused, "The person's key was exchanged a moment ago. Begin recording again.")
      }
      return try SessionKey.create(for: session, sealedTo: keys.publicKey, in: home)
    }
  }

  /// Appends events; returns once they are on the disk.
  ///
  /// They are kept in the order of their numbers, whichever append came first. A number that is there already is
  /// refused, with the events it came with.
  public func append(_ events: [Sanitized<Event>]) async throws(JournalError) {
    guard !events.isEmpty else { return }
    guard !isEnded else { throw JournalError(.refused, "Session \(session) has ended. Begin another one.") }
    var rows: [SealedRow] = []
    for event in events { rows.append(try seal(event.value)) }
    let result = await withCheckedContinuation { done in
      waiting.append(Batch(rows: rows, done: done))
      guard !isCommitting else { return }
      isCommitting = true
      Task { await commitWaiting() }
    }
    try result.get()
  }

  /// Commits whatever waits, together, until nothing does.
  private func commitWaiting() async {
    while !waiting.isEmpty {
      let batches = waiting
      waiting = []
      let results = await commit(batches.map(\.rows))
      for (batch, result) in zip(batches, results) { batch.done.resume(returning: result) }
    }
    isCommitting = false
  }

  /// One transaction for all batches; a batch that cannot be inserted does not take the others with it.
  private func commit(_ batches: [[SealedRow]]) async -> [Result<Void, JournalError>] {
    let gaps = lost
    do {
      let (results, written) = try await database.write { [pictures] database in
        var pictures = pictures
        for gap in gaps { try gap.insert(into: database) }
        let results = try batches.map { rows in
          // A picture is on the disk before a row names it.
          for row in rows {
            if let frame = row.frame, let pixels = row.pixels { try pictures.write(pixels, named: frame.name) }
          }
          return try SealedRow.insert(rows, into: database)
        }
        return (results, pictures)
      }
      pictures = written
      lost = []
      return results
    } catch {
      let reason = JournalError(error, at: home.journal)
      lost += Gap.covering(batches.joined().map(\.position), reason: reason.code.rawValue)
      // Their pictures may not be on the disk either: the next event that shows one brings it again, and builds on none.
      let frames = Set(batches.joined().compactMap(\.frame?.name))
      storedFrames = storedFrames.filter { !frames.contains($0.value) }
      pictures = PictureWriter(key: key, home: home)
      return batches.map { _ in .failure(reason) }
    }
  }

  // MARK: - Sealing

  private func seal(_ event: Event) throws(JournalError) -> SealedRow {
    guard event.id.session == session, (0..<Position.sessionSize).contains(Int64(event.id.sequence)) else {
      throw JournalError(
        .refused, "Event \(event.id) is none of session \(session). Events are numbered from 0 by whoever records.")
    }
    var event = event
    do {
      let pixels = storeFrame(of: &event)
      let payload = try key.seal(EventPayload.encode(event), as: .event, named: String(event.id.sequence))
      return SealedRow(
        position: Position(ordinal: ordinal, sequence: event.id.sequence), hour: event.time.hour,
        frame: event.frame.map { FrameName($0.id) }, payload: payload, pixels: pixels)
    } catch {
      throw JournalError(.unavailable, "Event \(event.id) could not be encoded and sealed.")
    }
  }

  /// Takes the pixels out of an event and names its picture by them; returns the pixels where they are new.
  private func storeFrame(of event: inout Event) -> Data? {
    guard let frame = event.frame else { return nil }
    guard let pixels = frame.pixels else {
      // A picture that came with an earlier event, or none at all.
      event.frame = storedFrames[frame.id].map { name in
        var frame = frame
        frame.id = FrameName(session: session, name: name).description
        return frame
      }
      return nil
    }
    let name = key.name(of: pixels)
    event.frame?.pixels = nil
    event.frame?.id = FrameName(session: session, name: name).description
    storedFrames[frame.id] = name
    guard storedFrames[name] == nil else { return nil }
    storedFrames[name] = name
    return pixels
  }
}
