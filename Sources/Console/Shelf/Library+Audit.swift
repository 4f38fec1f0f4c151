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
    let learnable = try await LearnableEvents(of: home, JournalReader(home: home, key: key), at: now)
    return Audit.make(
      events: learnable.events, days: WorkDay.days(of: learnable.events, calendar: calendar),
      distilling: Distill.Settings(corrections: learnable.teaching.corrections))
  }
}
