import Foundation
import Guard
import Trace

/// An event as a page may make one up: what is decoded goes through the guard, is encoded, and comes back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard let event = try? JSONDecoder().decode(Event.self, from: Data(bytes: start, count: count)),
    let everywhere = try? PlacePattern("https://*.example.org")
  else { return 0 }
  let scope = Scope(
    places: [everywhere], surfaces: [.browser, .desktop, .terminal], keepsFrames: true,
    from: Moment(microseconds: .min))
  var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16))
  guard let kept = sanitizer.sanitize(event)?.value else { return 0 }
  guard let bytes = try? JSONEncoder().encode(kept) else { return 0 }
  let back = try? JSONDecoder().decode(Event.self, from: bytes)
  precondition(back == kept, "What is kept does not come back.")
  return 0
}
