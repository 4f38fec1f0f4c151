import Distill
import Foundation
import Trace

/// What pages call their elements and hold in them, through all that is made of it: one action a line, its parts
/// separated by tabs (what is done, where, to what, with what).
func fuzzDistill(_ bytes: Data) {
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(64)
  var events: [Event] = []
  // Twice, so that there is something to compare.
  for _ in 1...2 {
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      events.append(event(events.count, parts))
    }
  }
  let distillation = Distiller().distill(events)
  let stepped = distillation.steps.count
  precondition(stepped <= events.count, "More steps than events.")
  precondition(Distiller().distill(events) == distillation, "The same events give another result.")
}

private func event(_ number: Int, _ parts: [String]) -> Event {
  func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
  let place = Place(
    application: "Chromium", window: "1", title: part(1), document: "https://a.example.org/\(part(1))", query: part(4))
  return Event(
    id: EventID(session: "s", sequence: number), time: Moment(seconds: Double(number)), surface: .browser,
    place: place, occurrence: occurrence(part(0), part(3), in: place),
    element: Element(
      role: part(0) == "click" ? .button : .textbox, name: part(2), value: part(3),
      attributes: ["id": part(2), "text": part(3)], options: [part(3), part(4)]))
}

private func occurrence(_ verb: String, _ text: String, in place: Place) -> Event.Occurrence {
  switch verb {
  case "fill": .action(.fill(text))
  case "copy": .action(.copy(text))
  case "paste": .action(.paste(text, from: Clipping(place: place, element: Element(role: .cell, name: text))))
  case "select": .action(.select([text]))
  case "submit": .action(.submit)
  case "open": .signal(.opened(Table(name: "rows.csv", columns: ["a", "b"], rows: [[text, place.title]])))
  case "go": .signal(.navigation(to: place.document, cause: .link))
  default: .action(.click(Click()))
  }
}
