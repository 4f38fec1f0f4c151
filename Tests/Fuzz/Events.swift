import Foundation
import Guard
import Trace

/// An event as a page may make one up: what is decoded goes through the guard, is encoded, and comes back the same.
func fuzzEvents(_ bytes: Data) {
  guard let event = try? JSONDecoder().decode(Event.self, from: bytes) else { return }
  var guardian = Guardian()
  guardian.take(event)
}

/// A guard that lets everything under one name through, and sees that what it lets through can be written and read.
struct Guardian {
  private var sanitizer: Sanitizer

  init() {
    let places = ["https://*.example.org", "https://example.org", "http://127.0.0.1:*"].compactMap {
      try? PlacePattern($0)
    }
    let scope = Scope(
      places: places, surfaces: [.browser, .desktop, .terminal], keepsFrames: true,
      from: Moment(microseconds: .min))
    sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16))
  }

  mutating func take(_ event: Event) {
    guard let kept = sanitizer.sanitize(event)?.value else { return }
    guard let bytes = try? JSONEncoder().encode(kept) else { return }
    let back = try? JSONDecoder().decode(Event.self, from: bytes)
    precondition(back == kept, "What is kept does not come back.")
  }
}
