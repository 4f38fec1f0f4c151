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
/// Appends that wait for the disk are committed together, so many small ones cost little more than a few large ones.
/// After a failed commit (a full disk) the writer goes on with the next append; the numbers that were lost are marked
/// as a gap.
public actor JournalWriter {
  public nonisolated let session: String

  private let home: Home
  private let key: SessionKey
  private let database: DatabaseQueue
  private let ordinal: Int64
  private let encoder = JSONEncoder()

  private var lastSequence = -1
  private var waiting: [Batch] = []
  private var isCommitting = false
  /// Numbers lost since the last commit that held.
  private var lost: Gap?
  /// Pictures of this session that are on the disk already: by the surface's name and by their own.
  private var storedFrames: [String: String] = [:]

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
    // The key is on the disk before the first row that needs it.
    key = try SessionKey.create(for: session, sealedTo: keys.publicKey, in: home)
    do {
      ordinal = try database.write { database in
        try database.execute(
          sql: "INSERT INTO session (name, hour) VALUES (?, ?)", arguments: [session, time.hour])
        return database.lastInsertedRowID
      }
    } catch {
      throw JournalError(error, at: home.journal)
    }
  }

  /// Appends events, in rising order of their numbers; returns once they are on the disk.
  public func append(_ events: [Sanitized<Event>]) async throws(JournalError) {
    guard !events.isEmpty else { return }
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
      let result = await commit(batches.flatMap(\.rows))
      for batch in batches { batch.done.resume(returning: result) }
    }
    isCommitting = false
  }

  private func commit(_ rows: [SealedRow]) async -> Result<Void, JournalError> {
    let gap = lost
    do {
      try await database.write { [home, key] database in
        try SealedRow.writeFrames(of: rows, session: key.session, in: home)
        if let gap { try gap.insert(into: database) }
        for row in rows { try row.insert(into: database) }
      }
      lost = nil
      return .success(())
    } catch {
      let reason = JournalError(error, at: home.journal)
      for row in rows { if let frame = row.frame { storedFrames = storedFrames.filter { $0.value != frame } } }
      if let first = rows.first?.position, let last = rows.last?.position {
        lost = Gap(first: gap?.first ?? first, last: last, reason: reason.code.rawValue)
      }
      return .failure(reason)
    }
  }

  // MARK: - Sealing

  private func seal(_ event: Event) throws(JournalError) -> SealedRow {
    guard event.id.session == session, event.id.sequence > lastSequence, event.id.sequence < Position.sessionSize
    else {
      throw JournalError(
        .outOfOrder,
        "Event \(event.id) does not follow event \(lastSequence) of session \(session). "
          + "Events are numbered upwards by whoever records.")
    }
    lastSequence = event.id.sequence
    var event = event
    do {
      let pixels = try storeFrame(of: &event)
      let payload = try key.seal(encoder.encode(event), as: .event, named: String(event.id.sequence))
      return SealedRow(
        position: Position(ordinal: ordinal, sequence: event.id.sequence), hour: event.time.hour,
        frame: event.frame.map { FrameName($0.id).name }, payload: payload, pixels: pixels)
    } catch {
      throw JournalError(.unavailable, "Event \(event.id) could not be encoded and sealed.")
    }
  }

  /// Takes the pixels out of an event and names its picture by them; returns the sealed pixels where they are new.
  private func storeFrame(of event: inout Event) throws -> Data? {
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
    return try key.seal(pixels, as: .frame, named: name)
  }
}
