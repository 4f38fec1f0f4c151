import Foundation
import Trace

/// A line of what the scripted worker says about the week.
struct WorkerLine: Decodable {
  enum Kind: String, Decodable {
    case day, file, act, done
  }

  var kind: Kind
  /// Local time, without a zone.
  var time: String?
  var acts: Int?
  var episodes: Int?

  init(_ line: String) throws {
    self = try JSONDecoder().decode(WorkerLine.self, from: Data(line.utf8))
  }

  /// When it is, on this machine's own calendar.
  var moment: Moment? {
    guard let time else { return nil }
    let format = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
      .time(includingFractionalSeconds: true)
    return (try? format.parse(time)).map { Moment(seconds: $0.timeIntervalSince1970) }
  }
}
