import Distill
import Findings
import Foundation
import Journal
import Report
import Trace

extension Library {
  /// The audit of everything that may be learned from.
  static func audit(
    of home: Home, with key: PersonKey, at now: Moment, _ calendar: Calendar
  ) async throws -> Audit {
    let grants = try GrantStore(home: home).grants().filter { $0.stands(for: .learn, at: now) }
    let reading = try await JournalReader(home: home, key: key).events()
    let events = reading.events.filter { grants.allow(.learn, of: $0, at: now) }
    let corrections = try Teaching.read(in: home).pruned(to: reading.events).corrections
    return Audit.make(
      events: events, days: WorkDay.days(of: events, calendar: calendar),
      distilling: Distill.Settings(corrections: corrections))
  }
}
