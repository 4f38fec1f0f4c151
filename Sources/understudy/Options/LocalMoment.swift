import ArgumentParser
import Foundation
import Trace

/// A moment as a person writes it, on this machine's clock: a day, or a day and a time.
struct LocalMoment: ExpressibleByArgument {
  var moment: Moment

  init?(argument: String) {
    let day = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    let second = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
      .year().month().day().time(includingFractionalSeconds: false)
    let full = argument.filter { $0 == ":" }.count == 1 ? argument + ":00" : argument
    guard let date = (try? second.parse(full)) ?? (try? day.parse(argument)) else { return nil }
    moment = Moment(seconds: date.timeIntervalSince1970)
  }
}
