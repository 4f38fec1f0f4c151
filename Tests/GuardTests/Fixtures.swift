import Trace

@testable import Guard

/// Monday 2026-11-23, 09:00 UTC.
let monday = Moment(seconds: 1_795_424_400)

/// Something that is granted: the pages of one origin, in the browser.
func trackerScope(keepsFrames: Bool = true, keepsText: Bool = true) throws -> Scope {
  Scope(
    places: [try PlacePattern("https://tracker.example.org")], surfaces: [.browser], keepsFrames: keepsFrames,
    keepsText: keepsText, from: monday, until: Moment(seconds: monday.seconds + 86_400))
}

func trackerSanitizer(keepsFrames: Bool = true, keepsText: Bool = true) throws -> Sanitizer {
  Sanitizer(
    scopes: [try trackerScope(keepsFrames: keepsFrames, keepsText: keepsText)], pseudonyms: Pseudonyms(key: 0..<16))
}

let tracker = Place(
  application: "Chromium", window: "1", title: "Ticket 12", document: "https://tracker.example.org/ticket/12")

func event(
  _ occurrence: Event.Occurrence, on element: Element? = nil, in place: Place = tracker, frame: Frame? = nil,
  at time: Moment = monday, surface: SurfaceKind = .browser
) -> Event {
  Event(
    id: EventID(session: "s", sequence: 0), time: time, surface: surface, place: place, occurrence: occurrence,
    element: element, frame: frame)
}

func field(_ id: String, _ attributes: [String: String] = [:], value: String? = nil, name: String = "Field") -> Element
{
  Element(
    role: .textbox, name: name, value: value,
    attributes: attributes.merging(["tag": "input", "id": id]) { given, _ in given })
}

extension Action {
  /// One of each kind, holding a text wherever it can.
  static func every(holding text: String, element: Element, place: Place) -> [Action] {
    [
      .click(Click()), .click(Click(button: .right)), .click(Click(count: 2)), .fill(text), .select([text, text]),
      .check(true), .check(false), .press(Chord("Enter")), .drag(to: element), .scroll(x: 0, y: 3), .copy(text),
      .cut(text), .paste(text, from: nil), .paste(text, from: Clipping(place: place, element: element)),
      .navigate(text, cause: .typed), .openTab, .closeTab, .switchTab,
      .upload([FileDescription(name: text, mediaType: "text/csv")]), .submit, .answer(accepted: true, text: text),
      .run(text),
    ]
  }
}

extension Signal {
  /// One of each kind, holding a text wherever it can.
  static func every(holding text: String) -> [Signal] {
    [
      .navigation(to: text, cause: .link), .dialog(kind: "alert", message: text),
      .download(FileDescription(name: text, mediaType: "text/csv")), .windowOpened(window: "2"),
      .windowClosed(window: "2"), .submitted, .crashed, .exited(status: 0),
      .opened(Table(name: text, columns: [text, "b"], rows: [[text, text]])), .gap(text), .notRecorded(text),
    ]
  }
}

extension Element {
  /// An element that holds a text in every place where it can.
  static func full(of text: String, attributes: [String: String] = [:]) -> Element {
    Element(
      role: .textbox, name: text, value: text,
      attributes: attributes.merging(["text": text, "value": text, "href": text, "data-x": text]) { given, _ in given },
      ancestors: [Ancestor(role: .row, name: text, attributes: ["class": text, "text": text])],
      surroundings: Surroundings(label: text, heading: text, row: text, column: text),
      bounds: Bounds(x: 0, y: 0, width: 10, height: 10), options: [text])
  }
}
