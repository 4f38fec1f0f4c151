import Trace

/// A wiki that is one script: which page is shown stands in the query alone. Somebody signs in, and writes a page for
/// each row of a file.
struct Wiki {
  var desk = Desk()

  static let table = Table(
    name: "minutes.csv", columns: ["page", "team", "present", "decision"],
    rows: [
      ["notes:north-may", "North", "Ada Adler, Ivo Holm", "The fair is booked"],
      ["notes:south-may", "South", "Frida Dahl", "Two more bicycles"],
      ["notes:west-june", "West", "Jana Kowal, Emil Falk", "Reminders go out on Fridays"],
      ["notes:east-june", "East", "Lotte Brandt", "The shop moves"],
    ])

  /// What is written on the page of a row.
  static func text(of row: [String]) -> String { "= Notes of \(row[1]) =\nThere: \(row[2])\n\nDecision: \(row[3])" }

  private func page(_ query: String) -> Desk.Page {
    Desk.Page(title: "Our wiki", path: "/wiki.php", query: query)
  }

  private static func inForm(_ element: Element, _ id: String) -> Element {
    var element = element
    element.ancestors = [Ancestor(role: "form", attributes: ["tag": "form", "id": id])]
    return element
  }

  private mutating func lead(to query: String, cause: NavigationCause) {
    desk.follow(.navigation(to: Desk.origin + "/wiki.php" + query, cause: cause))
    desk.show(page(query))
  }

  mutating func signIn() {
    desk.show(page("?id=start"))
    desk.act(.click(Click()), Desk.link("Sign in", to: "/wiki.php?do=login"))
    lead(to: "?id=start&do=login", cause: .link)
    desk.act(.fill("kim"), Wiki.inForm(Desk.field("Name"), "login"))
    desk.act(.fill("north"), Wiki.inForm(Desk.field("Office"), "login"))
    desk.act(.check(true), Wiki.inForm(Element(role: .checkbox, name: "Remember me"), "login"))
    desk.act(.click(Click()), Wiki.inForm(Desk.button("Sign in"), "login"))
    desk.follow(.submitted)
    lead(to: "?id=start", cause: .form)
  }

  /// Looks for the page, follows the link that offers to make it, and writes it; or stops before it is saved.
  mutating func write(_ row: [String], saving: Bool = true) {
    let search = Wiki.inForm(Desk.field("Search"), "search")
    desk.act(.fill(row[0]), search)
    desk.act(.press(Chord("Enter")), search, after: 0.1)
    desk.follow(.submitted)
    lead(to: "?do=search&search=\(row[0])", cause: .form)
    desk.act(.click(Click()), Desk.link(":" + row[0], to: "/wiki.php?id=\(row[0])&do=edit"), after: 0.3)
    lead(to: "?id=\(row[0])&do=edit", cause: .link)
    desk.act(.fill(Wiki.text(of: row)), Wiki.inForm(Desk.field("Text"), "edit"))
    desk.act(.fill("Notes"), Wiki.inForm(Desk.field("Summary"), "edit"))
    guard saving else { return }
    desk.act(.click(Click()), Wiki.inForm(Desk.button("Save"), "edit"))
    desk.follow(.submitted)
    lead(to: "?id=\(row[0])", cause: .form)
  }
}
