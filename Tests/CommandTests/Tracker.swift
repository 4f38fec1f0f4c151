import Foundation
import Trace

/// What somebody does in a tracker on the web, as a browser would report it: enters orders from a file, closes tickets.
struct Tracker {
  private(set) var events: [Event] = []
  private let session: String
  private var seconds: Double
  private var path = "/"
  private var title = "Start | Tracker"

  static let origin = "https://tracker.example.org"
  static let orders = Table(
    name: "orders.csv", columns: ["number", "amount"],
    rows: [["A-17", "12.50"], ["B-23", "7.00"], ["C-41", "99.90"]])

  /// - Parameter day: days after now: what is granted now holds.
  init(_ session: String, day: Int = 0) {
    self.session = session
    seconds = Date.now.timeIntervalSince1970.rounded(.up) + Double(day) * 86_400
  }

  private mutating func add(_ occurrence: Event.Occurrence, _ element: Element? = nil, after pause: Double = 2) {
    seconds += pause
    events.append(
      Event(
        id: EventID(session: session, sequence: events.count), time: Moment(seconds: seconds), surface: .browser,
        place: Place(application: "Chromium", window: "tab 1", title: title, document: Tracker.origin + path),
        occurrence: occurrence, element: element))
  }

  private mutating func go(to path: String, _ title: String, cause: NavigationCause) {
    add(.signal(.navigation(to: Tracker.origin + path, cause: cause)), after: 0.1)
    (self.path, self.title) = (path, title + " | Tracker")
  }

  private mutating func follow(_ name: String, to path: String, _ title: String) {
    add(
      .action(.click(Click())),
      Element(role: .link, name: name, attributes: ["tag": "a", "href": path, "text": name]))
    go(to: path, title, cause: .link)
  }

  private mutating func fill(_ label: String, _ text: String) {
    add(
      .action(.fill(text)),
      Element(
        role: .textbox, name: label, value: "",
        attributes: ["tag": "input", "type": "text", "name": label.lowercased()],
        surroundings: Surroundings(label: label)))
  }

  private mutating func send(_ button: String, to path: String, _ title: String) {
    add(.action(.click(Click())), Element(role: .button, name: button, attributes: ["tag": "input", "type": "submit"]))
    add(.signal(.submitted), after: 0.1)
    go(to: path, title, cause: .form)
  }

  mutating func open(_ table: Table) { add(.signal(.opened(table))) }

  mutating func enterOrder(_ row: [String]) {
    follow("New order", to: "/orders/new", "New order")
    fill("Number", row[0])
    fill("Amount", row[1])
    send("Save", to: "/orders/", "Orders")
  }

  mutating func closeTicket(_ number: Int) {
    follow("Tickets", to: "/tickets/", "Tickets")
    follow("Ticket \(number)", to: "/tickets/\(number)/", "Close ticket")
    fill("Reason", ["solved", "double", "no answer"][number % 3] + " \(number)")
    send("Close", to: "/tickets/", "Tickets")
  }
}
