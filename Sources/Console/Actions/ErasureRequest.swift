import Foundation
import Guard
import Journal
import Trace

/// What a person asks to be erased, as the fields of a form say it.
enum ErasureRequest: Sendable, Hashable {
  case everything
  /// What happened in a place, in a time, or in both; as it was typed.
  case part(place: String, from: String, until: String)

  /// - Parameter words: what the form holds.
  init(_ words: [String: String]) throws {
    let (place, from, until) = (words["place"] ?? "", words["from"] ?? "", words["until"] ?? "")
    let isPart = !place.isEmpty || !from.isEmpty || !until.isEmpty
    // Nothing named is no request to erase everything, and neither is anything but its own word.
    switch (words["everything"], isPart) {
    case ("yes", false): self = .everything
    case (nil, true): self = .part(place: place, from: from, until: until)
    default: throw ActionProblem("Say what to erase: a place, a time, or everything.")
    }
  }

  func selection(_ calendar: Calendar = .current) throws -> ErasureSelection {
    guard case .part(let place, let from, let until) = self else { return .everything }
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
    guard case .part(let place, let from, let until) = self else { return "Everything" }
    return [
      place.isEmpty ? "What happened" : "What happened at \(place), or tells of it",
      from.isEmpty ? nil : "from \(from)", until.isEmpty ? nil : "until \(until)",
    ].compactMap { $0 }.joined(separator: " ")
  }
}
