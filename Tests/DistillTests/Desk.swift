import Trace

/// Writes down what a person does in a small office on the web, event by event, as a browser would report it.
///
/// The pages are those of a back office with lists, forms with named fields, and a button “Save” that leads back to
/// the list.
struct Desk {
  private(set) var events: [Event] = []
  var session = "20300107T080000Z-a"
  private var clock = Moment(seconds: 1_893_999_600)
  private var sequence = 0
  var surface = SurfaceKind.browser
  var window = "tab 1"
  private(set) var page = Page(title: "Today’s work | Office", path: "/")

  struct Page {
    var title: String
    var path: String
    var query = ""
  }

  static let origin = "https://office.example"

  // MARK: - Events

  @discardableResult
  mutating func add(
    _ occurrence: Event.Occurrence, _ element: Element? = nil, agent: Event.Agent = .person, after seconds: Double = 2
  ) -> EventID {
    clock = Moment(seconds: clock.seconds + seconds)
    let id = EventID(session: session, sequence: sequence)
    sequence += 1
    events.append(
      Event(
        id: id, time: clock, surface: surface, place: place, occurrence: occurrence, element: element, agent: agent))
    return id
  }

  @discardableResult
  mutating func act(
    _ action: Action, _ element: Element? = nil, agent: Event.Agent = .person, after seconds: Double = 2
  ) -> EventID {
    add(.action(action), element, agent: agent, after: seconds)
  }

  /// What follows by itself at once.
  mutating func follow(_ signal: Signal) { add(.signal(signal), after: 0.1) }

  /// What was written down so far is another story.
  mutating func forget() { events = [] }

  /// The next events come so much later.
  mutating func wait(_ seconds: Double) { clock = Moment(seconds: clock.seconds + seconds) }

  /// A new recording begins.
  mutating func beginDay(_ session: String) {
    self.session = session
    sequence = 0
    wait(57_600)
    page = Page(title: "Today’s work | Office", path: "/")
  }

  var place: Place {
    Place(
      application: "Chromium", window: window, title: page.title, document: Desk.origin + page.path, query: page.query)
  }

  // MARK: - What a person does

  mutating func show(_ page: Page) { self.page = page }

  mutating func follow(link name: String, to target: Page, row: Int? = nil, column: String = "") {
    act(.click(Click()), Desk.link(name, to: target.path, row: row, column: column))
    follow(.navigation(to: Desk.origin + target.path + target.query, cause: .link))
    page = target
  }

  mutating func goBack(to target: Page) {
    act(.navigate(Desk.origin + target.path + target.query, cause: .back))
    page = target
  }

  mutating func fill(_ label: String, _ text: String) { act(.fill(text), Desk.field(label)) }
  mutating func choose(_ label: String, _ option: String) { act(.select([option]), Desk.list(label)) }

  mutating func press(button name: String = "Save", to target: Page) {
    act(.click(Click()), Desk.button(name))
    follow(.submitted)
    follow(.navigation(to: Desk.origin + target.path + target.query, cause: .form))
    page = target
  }

  // MARK: - Elements

  static func field(_ label: String) -> Element {
    Element(
      role: .textbox, name: label + ":", value: "",
      attributes: ["tag": "input", "type": "text", "id": "id_" + label.lowercased(), "name": label.lowercased()],
      surroundings: Surroundings(label: label + ":"))
  }

  static func list(_ label: String) -> Element {
    Element(
      role: .combobox, name: label + ":", value: "",
      attributes: ["tag": "select", "id": "id_" + label.lowercased(), "name": label.lowercased()],
      surroundings: Surroundings(label: label + ":"))
  }

  static func button(_ name: String) -> Element {
    Element(role: .button, name: name, attributes: ["tag": "input", "type": "submit", "name": "_" + name.lowercased()])
  }

  static func link(_ name: String, to path: String, row: Int? = nil, column: String = "") -> Element {
    Element(
      role: .link, name: name, attributes: ["tag": "a", "href": path, "text": name],
      surroundings: Surroundings(column: column, rowIndex: row))
  }
}
