import Foundation
import Guard
import Journal
import Scripted
import Surfaces
import Trace

// Makes a home with a scripted worker's days in it, for tests of the console.
//
//   ConsoleHome HOME [days=N] [passphrase=TEXT] [hostile] [scrolls=N] [site=ADDRESS] [exceptions=SHARE]
//
// The days end on 2026-11-20. `hostile` plants markup in every recorded field; `scrolls` adds so many events to each
// that is an action; the work was done at `site`, so that it can be performed there; a share of the invoices has one
// field more.

let words = CommandLine.arguments.dropFirst(2)
let options = Dictionary(
  words.map { word in
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }, uniquingKeysWith: { $1 })
let home = Home(directory: CommandLine.arguments[1])
let days = options["days"].flatMap(Int.init) ?? 5
let site = options["site"] ?? "https://office.example"
let start = Moment(seconds: 1_795_132_800 - Double(days - 1) * 86_400)

try Keys.create(in: home, passphrase: options["passphrase"])
let scope = Scope(
  places: [try PlacePattern(site)], surfaces: [.browser], keepsFrames: true, keepsText: true,
  from: start)
try GrantStore(home: home).add(
  Grant(
    id: "office-grant", scope: scope, purposes: [.record, .learn, .perform, .release(to: "Acme")], given: start))
var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: [1, 2, 3]))

let planted = "<script>document.title='owned'</script><img src=x onerror=document.title='owned'>\"\u{301} autofocus"
let worker = ScriptedWorker(
  seed: 1, days: days, exceptions: options["exceptions"].flatMap(Double.init) ?? 0)
let scrolls = options["scrolls"].flatMap(Int.init) ?? 0

/// A grey picture of one pixel, as wide as it is asked to be.
let pixel = Data(
  base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")

func moved(_ event: Event) -> Event {
  var event = event
  event.time = Moment(seconds: event.time.seconds + start.seconds)
  event.place.document = event.place.document.replacingOccurrences(of: "https://office.example", with: site)
  if case .signal(.navigation(let address, let cause)) = event.occurrence {
    let there = address.replacingOccurrences(of: "https://office.example", with: site)
    event.occurrence = .signal(.navigation(to: there, cause: cause))
  }
  if event.action != nil {
    event.element?.bounds = Bounds(x: 100, y: 60, width: 160, height: 30)
    event.frame = Frame(id: "f", mediaType: "image/png", width: 800, height: 500, masked: [], pixels: pixel)
  }
  guard options["hostile"] != nil else { return event }
  event.place.title = planted
  event.place.query = "?\(planted)"
  event.element?.name += planted
  event.element?.surroundings.row = planted
  event.element?.attributes["text"] = planted
  switch event.occurrence {
  case .action(.fill(let text)): event.occurrence = .action(.fill(text + planted))
  case .action(.select(let labels)): event.occurrence = .action(.select(labels.map { $0 + planted }))
  case .action(.copy(let text)): event.occurrence = .action(.copy(text + planted))
  case .signal(.opened(var table)):
    table.name = planted
    event.occurrence = .signal(.opened(table))
  default: break
  }
  return event
}

var written: [String: Int] = [:]
for (session, events) in Dictionary(grouping: worker.events, by: \.id.session).sorted(by: { $0.key < $1.key }) {
  let first = moved(events[0]).time
  let writer = try JournalWriter(home: home, keys: Keys.recorder(in: home), session: session, at: first)
  var batch: [Sanitized<Event>] = []
  var number = 0
  var numbers: [EventID: EventID] = [:]
  for event in events {
    var event = moved(event)
    let id = EventID(session: session, sequence: number)
    numbers[event.id] = id
    event.id = id
    if case .action(.paste(let text, var clipping?)) = event.occurrence {
      clipping.event = clipping.event.flatMap { numbers[$0] }
      event.occurrence = .action(.paste(text, from: clipping))
    }
    number += 1
    if let kept = sanitizer.sanitize(event) { batch.append(kept) }
    for _ in 0..<(event.action == nil ? 0 : scrolls) {
      var scroll = event
      scroll.id.sequence = number
      number += 1
      scroll.frame = nil
      scroll.occurrence = .action(.scroll(x: 0, y: 120))
      if let kept = sanitizer.sanitize(scroll) { batch.append(kept) }
    }
  }
  try await writer.append(batch)
  await writer.end()
  try Ledger(home: home).append(LedgerEntry(.recordingStarted, at: first, subjects: [session]))
  written[session] = batch.count
}
print("\(written.values.reduce(0, +)) events, \(worker.truth.count) episodes")
