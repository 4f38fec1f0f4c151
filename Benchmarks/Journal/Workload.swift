import Foundation
import Guard
import Trace

/// Events as they come from filling forms on a page: what an ordinary element carries.
struct Workload {
  private var dice: Dice
  private var sanitizer: Sanitizer
  private let session: String

  init(session: String, seed: UInt64) throws {
    self.session = session
    dice = Dice(seed: seed)
    let scope = Scope(
      places: [try PlacePattern("https://office.example.org")], surfaces: [.browser], keepsFrames: true,
      keepsText: true, from: Moment(microseconds: 0))
    sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16))
  }

  /// The next events, numbered from `first`; what the guard drops is left out.
  mutating func events(_ numbers: Range<Int>) -> [Sanitized<Event>] {
    numbers.compactMap { number in
      let event = event(number)
      return sanitizer.sanitize(event)
    }
  }

  private mutating func event(_ number: Int) -> Event {
    let field = ["amount", "customer", "due_date", "reference", "note"].randomElement(using: &dice) ?? "note"
    let record = Int.random(in: 1...9_999, using: &dice)
    let attributes = ["tag": "input", "id": "id_\(field)", "name": field, "type": "text", "class": "vTextField"]
    return Event(
      id: EventID(session: session, sequence: number),
      time: Moment(microseconds: 1_795_424_400_000_000 + Int64(number) * 1_500_000), surface: .browser,
      place: Place(
        application: "Chromium", window: "3", title: "Change invoice \(record) | Back office",
        document: "https://office.example.org/admin/invoices/invoice/\(record)/change/", query: "?_changelist=page"),
      occurrence: number % 3 == 0 ? .action(.click(Click())) : .action(.fill("value \(dice.next() % 1_000_000)")),
      element: Element(
        role: .textbox, name: field.capitalized, value: "value \(record)", states: [.focused, .required],
        attributes: attributes,
        ancestors: [
          Ancestor(role: .generic, attributes: ["tag": "div", "class": "form-row field-\(field)"]),
          Ancestor(role: "group", name: "Invoice", attributes: ["tag": "fieldset"]),
          Ancestor(role: "form", attributes: ["tag": "form", "id": "invoice_form"], index: 1),
        ],
        surroundings: Surroundings(label: field.capitalized, heading: "Change invoice"),
        bounds: Bounds(x: 320, y: 288, width: 240, height: 32)))
  }
}
