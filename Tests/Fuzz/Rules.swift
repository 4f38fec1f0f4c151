import Foundation
import Guard
import Trace

/// Rules and places as a person may write them, used on a page as it may be. The page follows a zero byte.
func fuzzRules(_ bytes: Data) {
  let text = String(decoding: bytes, as: UTF8.self)
  let halves = text.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
  guard let rules = try? OwnRules(halves[0]) else { return }
  let page = halves.count > 1 ? halves[1] : "https://tracker.example.org/a"
  guard let everywhere = try? PlacePattern("https://tracker.example.org") else { return }
  let scope = Scope(places: [everywhere], surfaces: [.browser], keepsText: true, from: Moment(seconds: 0))
  var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16), rules: rules)
  let event = Event(
    id: EventID(session: "s", sequence: 0), time: Moment(seconds: 1), surface: .browser,
    place: Place(application: "Chromium", window: "1", title: page, document: page),
    occurrence: .action(.fill(page)), element: Element(role: .textbox, name: page, value: page))
  _ = sanitizer.sanitize(event)
  for place in rules.denied { _ = place.isMentioned(in: event) }
}
