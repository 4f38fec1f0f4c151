import Foundation
public import Trace

extension Moment {
  /// The day and time on this machine's clock, for people.
  public var localTime: String {
    Date(timeIntervalSince1970: seconds).formatted(
      Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
        .year().month().day().time(includingFractionalSeconds: false))
  }
}
