import Foundation
import Guard
import Journal
import Trace

/// What a person asks to be erased, as the fields of a form say it.
struct ErasureRequest {
  var place: String
  var from: String
  var until: String
  var isEverything: Bool

  /// - Parameter words: what the form or the address holds.
  init(_ words: [String: String]) {
    place = words["place"] ?? ""
    from = words["from"] ?? ""
    until = words["until"] ?? ""
    isEverything = words["everything"] != nil
  }

  /// Nothing named is no request to erase everything.
  func selection(_ calendar: Calendar = .current) throws -> ErasureSelection {
    if isEverything { return .everything }
    guard !place.isEmpty || !from.isEmpty || !until.isEmpty else {
      throw ActionProblem("Say what to erase: a place, a time, or everything.")
    }
    return ErasureSelection(
      from: try moment(from, calendar), until: try moment(until, calendar),
      places: place.isEmpty ? nil : [try PlacePattern(place)])
  }

  /// As browsers write a day and time: `2026-11-24T13:00`.
  private func moment(_ text: String, _ calendar: Calendar) throws -> Moment? {
    guard !text.isEmpty else { return nil }
    let style = Date.ISO8601FormatStyle(timeZone: calendar.timeZone).year().month().day()
      .dateTimeSeparator(.standard).time(includingFractionalSeconds: false)
    guard let date = try? style.parse(text.count == 16 ? text + ":00" : text) else {
      throw ActionProblem("A time is written as a day and an hour, for example 2026-11-24T13:00.")
    }
    return Moment(seconds: date.timeIntervalSince1970)
  }

  /// What it names, in words.
  var words: String {
    if isEverything { return "Everything" }
    return [
      place.isEmpty ? "What happened" : "What happened at \(place), or tells of it",
      from.isEmpty ? nil : "from \(from)", until.isEmpty ? nil : "until \(until)",
    ].compactMap { $0 }.joined(separator: " ")
  }
}
