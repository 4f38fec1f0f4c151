import Foundation
import Guard
import Journal
import Planted
import Trace

// Records numbered events into a home until it is killed, and says on standard output which ones are on the disk.
//
//   JournalProcess HOME SESSION [COUNT] [PICTURES]
//
// Eight appends are under way at once, of one to five events each, as from a busy surface; every PICTURES-th event
// brings a picture. Each line it prints is the number of an acknowledged event. On a full disk it waits for a line on
// standard input and goes on with the next event. Event n happens n seconds after START (an environment variable, in
// seconds since 1970), without it after Monday, 2026-11-23, 09:00 UTC.
//
// With GO_ON in its environment it goes on after any other error too, otherwise it ends with a sentence and 1.
//
//   JournalProcess HOME erase SESSION FROM UNTIL
//
// erases the events with these numbers.
//
//   JournalProcess HOME events SESSION FILE
//
// records the events that stand in a file as JSON.
//
//   JournalProcess HOME memory MASKED…
//
// takes the passphrase from standard input, reads everything, and prints in how many places of its memory each secret lies
// while the journal is open (in locked memory, elsewhere) and after it is closed. Secrets are given in hexadecimal, each
// byte masked, so that the arguments themselves hold none.

let arguments = CommandLine.arguments
let home = Home(directory: arguments[1])
let session = arguments[2]
if session == "erase" {
  try await erase()
  exit(0)
}

if session == "memory" {
  try await searchMemory()
  exit(0)
}

func erase() async throws {
  let range = (Int(arguments[4]) ?? 0)..<(Int(arguments[5]) ?? 0)
  let events = Set(range.map { EventID(session: arguments[3], sequence: $0) })
  do {
    let eraser = try Eraser(home: home, key: Keys.unlock(in: home))
    let erasure = try await eraser.erase(
      ErasureSelection(events: events), at: Moment(seconds: 1_795_510_800))
    print(erasure.receipt.events)
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
  }
}

let count = arguments.count > 3 ? Int(arguments[3]) ?? .max : .max
let pictures = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
let start = Moment(seconds: ProcessInfo.processInfo.environment["START"].flatMap(Double.init) ?? 1_795_424_400)

let scope = Scope(
  places: [try PlacePattern("https://tracker.example.org")], surfaces: [.browser], keepsFrames: true, keepsText: true,
  from: start)
var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: [1, 2, 3]))

if session == "events" {
  try await recordFile()
  exit(0)
}

@MainActor
func recordFile() async throws {
  let events = try JSONDecoder().decode([Event].self, from: Data(contentsOf: URL(filePath: arguments[4])))
  let writer = try JournalWriter(home: home, keys: Keys.recorder(in: home), session: arguments[3], at: start)
  try await writer.append(events.compactMap { sanitizer.sanitize($0) })
}

func event(_ number: Int) -> Event {
  var event = Event(
    id: EventID(session: session, sequence: number), time: Moment(seconds: start.seconds + Double(number)),
    surface: .browser,
    place: Place(
      application: "Chromium", window: "1", title: "Ticket 12", document: "https://tracker.example.org/ticket/12"),
    occurrence: .action(.fill("value \(number)")),
    element: Element(role: .textbox, name: "Summary", attributes: ["tag": "input", "id": "summary"]))
  if pictures > 0, number % pictures == 0 {
    event.frame = Frame(
      id: "f\(number)", mediaType: "image/png", width: 1, height: 1, masked: [],
      pixels: PlantedPicture(saying: "pixels \(number)").bytes)
  }
  return event
}

/// Appends events and says so once they are on the disk.
@MainActor
func record(_ events: [Sanitized<Event>], _ writer: JournalWriter) async throws {
  do {
    try await writer.append(events)
  } catch {
    guard error.code == .full else {
      // The numbers of a failed append are lost; what comes after shows whether that is marked.
      guard ProcessInfo.processInfo.environment["GO_ON"] != nil else { throw error }
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      return
    }
    FileHandle.standardError.write(Data("full\n".utf8))
    _ = readLine()
    return
  }
  let line = events.map { "\($0.value.id.sequence)\n" }.joined()
  FileHandle.standardOutput.write(Data(line.utf8))
}

do {
  let writer = try JournalWriter(home: home, keys: Keys.recorder(in: home), session: session, at: start)
  var next = 0
  // Begun on one actor, in order, as by a recorder: what a kill cuts off is always the end.
  var underWay: [Task<Void, any Error>] = []
  while next < count {
    let numbers = next..<min(count, next + 1 + next % 5)
    next = numbers.upperBound
    let events = numbers.compactMap { sanitizer.sanitize(event($0)) }
    underWay.append(Task { @MainActor in try await record(events, writer) })
    if underWay.count >= 8 { try await underWay.removeFirst().value }
  }
  for task in underWay { try await task.value }
  await writer.end()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
