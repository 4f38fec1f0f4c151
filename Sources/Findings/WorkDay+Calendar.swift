public import Foundation
public import Report
public import Trace

extension WorkDay {
  /// The days of a calendar on which something happened.
  public static func days(of events: [Event], calendar: Calendar = .current) -> [WorkDay] {
    let starts = Set(events.map { calendar.startOfDay(for: Date(timeIntervalSince1970: $0.time.seconds)) })
    return starts.sorted().compactMap { start in
      guard let end = calendar.date(byAdding: .day, value: 1, to: start) else { return nil }
      return WorkDay(
        name: start.formatted(.dateTime.weekday(.abbreviated).day().month(.abbreviated)),
        start: Moment(seconds: start.timeIntervalSince1970), end: Moment(seconds: end.timeIntervalSince1970))
    }
  }
}
