import Findings
import Foundation
import Journal
import Trace

/// A journal, read once: every event in little space, and those in whole that a grant lets be learned from.
struct LearnableEvents {
  private(set) var table = EventTable()
  private(set) var events: [Event] = []
  /// What was taught, as far as it refers to what is there.
  private(set) var teaching: Teaching
  /// How many events no grant lets be learned from.
  private(set) var leftOut = 0
  /// How many events could not be read.
  private(set) var damaged = 0

  init(of home: Home, _ reader: JournalReader, at now: Moment) async throws {
    let grants = try GrantStore(home: home).grants().filter { $0.stands(for: .learn, at: now) }
    var (table, events, leftOut, shared) = (EventTable(), [Event](), 0, SharedValues())
    // An array that grows by doubling is twice as large as it must be, and for a moment three times.
    events.reserveCapacity(try await reader.sessions().reduce(0) { $0 + $1.events })
    damaged = try await reader.forEach { event in
      table.append(event)
      if grants.allow(.learn, of: event, at: now) { events.append(shared.shared(event)) } else { leftOut += 1 }
    }
    (self.table, self.events, self.leftOut) = (table, events, leftOut)
    teaching = try Teaching.read(in: home).pruned(to: events)
  }
}
