import Distill
import Testing
import Trace

@Suite("From events to steps")
struct ReduceTests {
  /// The steps as `verb label argument + signals`, which is all that the transforms change.
  private func reduce(_ desk: Desk) -> [String] {
    Distiller().reduce(desk.events).steps.map { step in
      let parts = [
        step.action.verb.rawValue, step.element?.name ?? "", step.action.argument.map { "“\($0)”" } ?? "",
        step.signals.map(\.word).joined(separator: " "),
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func reasons(_ desk: Desk) -> [Discard.Reason] { Distiller().reduce(desk.events).discards.map(\.reason) }

  @Test("Typing into one field is one fill, with the events of all keystrokes")
  func typing() {
    var desk = Desk()
    for text in ["1", "12", "120"] { desk.fill("Amount", text) }
    #expect(reduce(desk) == ["fill Amount: “120”"])
    #expect(Distiller().reduce(desk.events).steps[0].events.map(\.sequence) == [0, 1, 2])
    #expect(reasons(desk) == [])
  }

  @Test("A click that gives a field the focus and keys that empty it belong to the fill")
  func focus() {
    var desk = Desk()
    desk.act(.click(Click()), Desk.field("Amount"))
    desk.act(.press(Chord("a", modifiers: [.control])), Desk.field("Amount"))
    desk.fill("Amount", "120")
    #expect(reduce(desk) == ["fill Amount: “120”"])
    #expect(reasons(desk) == [.redundant, .redundant])
  }

  @Test("A click on a label is one click on its control")
  func label() {
    var desk = Desk()
    let box = Element(role: .checkbox, name: "Paid", attributes: ["tag": "input", "id": "id_paid"])
    desk.act(.click(Click()), Element(role: .generic, name: "Paid", attributes: ["tag": "label"]))
    desk.act(.click(Click()), box, after: 0)
    desk.act(.check(true), box, after: 0)
    #expect(reduce(desk) == ["check Paid"])
    #expect(reasons(desk) == [.redundant, .redundant])
  }

  @Test("The clicks that a double click began with are not clicks of their own")
  func doubleClick() {
    var desk = Desk()
    let cell = Element(role: .cell, name: "Total")
    desk.act(.click(Click()), cell)
    desk.act(.click(Click()), cell, after: 0.1)
    desk.act(.click(Click(count: 2)), cell, after: 0.1)
    #expect(reduce(desk) == ["doubleClick Total"])
    #expect(reasons(desk) == [.superseded, .superseded])
  }

  @Test("Enter, the button that the browser clicks for it, and the form that it sends are one click")
  func enter() {
    var desk = Desk()
    desk.fill("Amount", "120")
    desk.act(.press(Chord("Enter")), Desk.field("Amount"))
    desk.act(.click(Click()), Desk.button("Save"), after: 0)
    desk.follow(.submitted)
    #expect(reduce(desk) == ["fill Amount: “120”", "click Save submitted"])
    #expect(reasons(desk) == [.redundant])
  }

  @Test("A click at once after Enter showed another page is the person's own")
  func quickClick() {
    // Both pages are one script with different queries.
    var desk = Desk()
    desk.show(Desk.Page(title: "Start", path: "/page.php", query: "?id=start"))
    desk.fill("Search", "sales")
    desk.act(.press(Chord("Enter")), Desk.field("Search"))
    desk.follow(.submitted)
    desk.follow(.navigation(to: Desk.origin + "/page.php?do=search&search=sales", cause: .form))
    desk.show(Desk.Page(title: "Search", path: "/page.php", query: "?do=search&search=sales"))
    desk.act(.click(Click()), Desk.link("sales", to: "/page.php?id=sales"), after: 0.2)
    desk.follow(.navigation(to: Desk.origin + "/page.php?id=sales", cause: .link))
    #expect(
      reduce(desk) == [
        "fill Search: “sales”", "press Search: “Enter” submitted navigation", "click sales navigation",
      ])
  }

  @Test("A value that was entered over before anything was sent was a slip")
  func correction() {
    var desk = Desk()
    desk.choose("Customer", "Nobody")
    desk.fill("Amount", "210")
    desk.choose("Customer", "Acme")
    desk.fill("Amount", "120")
    desk.press(to: Office.invoices)
    #expect(reduce(desk) == ["select Customer: “Acme”", "fill Amount: “120”", "click Save submitted navigation"])
    #expect(reasons(desk) == [.superseded, .superseded])
  }

  @Test("The same field filled again after the form was sent is no correction")
  func twoForms() {
    var desk = Desk()
    desk.fill("Amount", "1")
    desk.press(to: Desk.Page(title: "Add", path: "/"))
    desk.fill("Amount", "2")
    #expect(reduce(desk).filter { $0.hasPrefix("fill") } == ["fill Amount: “1”", "fill Amount: “2”"])
  }

  @Test("A form that came back for one field and was sent again was sent once; one for the next record was sent twice")
  func refusedForm() {
    let form = Desk.Page(title: "Add invoice", path: "/invoices/add/")
    var refused = Desk()
    refused.show(form)
    for label in ["Number", "Customer", "Amount"] { refused.fill(label, label) }
    refused.press(to: form)
    refused.fill("Date", "2030-01-07")
    refused.press(to: Office.invoices)
    #expect(reduce(refused).filter { $0.hasPrefix("click") } == ["click Save submitted navigation"])
    #expect(reduce(refused).count == 5)

    var batch = Desk()
    batch.show(form)
    for _ in 0..<2 {
      for label in ["Number", "Customer", "Amount"] { batch.fill(label, label) }
      batch.press(button: "Save and add another", to: form)
    }
    #expect(reduce(batch).filter { $0.hasPrefix("click") }.count == 2)
  }

  @Test("Another form of the same document that is sent next is no second try of the first one")
  func otherForm() {
    func inForm(_ element: Element, _ id: String) -> Element {
      var element = element
      element.ancestors = [Ancestor(role: "form", attributes: ["tag": "form", "id": id])]
      return element
    }
    let start = Desk.Page(title: "Start", path: "/page.php")
    var desk = Desk()
    desk.show(start)
    for label in ["Name", "Team", "Place"] { desk.act(.fill(label), inForm(Desk.field(label), "sign-in")) }
    desk.act(.click(Click()), inForm(Desk.button("Sign in"), "sign-in"))
    desk.follow(.submitted)
    desk.follow(.navigation(to: Desk.origin + "/page.php?id=start", cause: .form))
    desk.act(.fill("sales"), inForm(Desk.field("Search"), "search"))
    desk.act(.press(Chord("Enter")), inForm(Desk.field("Search"), "search"))
    desk.follow(.submitted)
    desk.follow(.navigation(to: Desk.origin + "/page.php?search=sales", cause: .form))
    #expect(reduce(desk).filter { $0.hasPrefix("click") } == ["click Sign in submitted navigation"])
  }

  @Test("A link that was gone back from at once was a wrong turn; a longer look was not")
  func wrongTurn() {
    let home = Desk.Page(title: "Home", path: "/")
    var desk = Desk()
    desk.follow(link: "Customers", to: Desk.Page(title: "Customers", path: "/customers/"))
    desk.goBack(to: home)
    desk.follow(link: "Invoices", to: Office.invoices)
    #expect(reduce(desk) == ["click Invoices navigation"])
    #expect(reasons(desk) == [.superseded, .superseded, .superseded])

    var slow = Desk()
    slow.follow(link: "Customers", to: Desk.Page(title: "Customers", path: "/customers/"))
    slow.wait(60)
    slow.goBack(to: home)
    #expect(reduce(slow).count == 2)
  }

  @Test("A paste knows the copy it was made of, also across tabs")
  func copies() throws {
    var desk = Desk()
    let text = Element(role: .generic, attributes: ["tag": "div", "text": "We moved to 12 High St."])
    desk.act(.click(Click(count: 2)), text)
    let copy = desk.act(.copy("12 High St"), text)
    desk.act(.switchTab)
    desk.window = "tab 2"
    desk.act(.paste("12 High St", from: nil), Desk.field("Street"))
    let steps = Distiller().reduce(desk.events).steps
    #expect(steps.map(\.action.verb) == [.copy, .paste])
    let clipping = Clipping(place: steps[0].place, element: text, event: copy)
    #expect(steps[1].action == .paste("12 High St", from: clipping))
  }

  @Test("A link opened in a tab of its own is one click; nobody typed its address")
  func newTab() {
    var desk = Desk()
    desk.act(.click(Click(button: .middle)), Desk.link("Invoices", to: "/invoices/"))
    desk.window = "tab 2"
    desk.act(.openTab, after: 0.2)
    desk.act(.navigate(Desk.origin + "/invoices/", cause: .typed), after: 0.2)
    #expect(reduce(desk) == ["click Invoices windowOpened"])
    #expect(reasons(desk) == [.redundant, .redundant])
  }

  @Test("Scrolling, moving between tabs and reloading are noise; the machine's own acting is told apart")
  func noise() {
    var desk = Desk()
    desk.act(.scroll(x: 0, y: 300))
    desk.act(.switchTab)
    desk.act(.navigate(Desk.origin, cause: .reload))
    desk.act(.click(Click()), Desk.button("Save"), agent: .machine)
    #expect(reduce(desk) == [])
    #expect(reasons(desk) == [.noise, .noise, .noise, .machine])
  }

  @Test("Signals belong to the action in their window; what follows from no action is a circumstance")
  func signals() {
    var desk = Desk()
    desk.follow(.opened(Office.table(day: 1, rows: 1)))
    desk.act(.click(Click()), Desk.button("Export"))
    desk.follow(.download(FileDescription(name: "list.csv")))
    desk.window = "tab 9"
    desk.follow(.windowOpened(window: "tab 9"))
    desk.wait(600)
    desk.follow(.dialog(kind: "alert", message: "Still there?"))
    #expect(reduce(desk) == ["click Export download windowOpened"])
    #expect(reasons(desk) == [.circumstance, .circumstance])
    #expect(Distiller().reduce(desk.events).tables.map(\.table) == [Office.table(day: 1, rows: 1)])
  }

  @Test("A choice that is told once it is left goes before what was done in another surface meanwhile")
  func toldLate() {
    func told(late seconds: Double, after surface: SurfaceKind) -> [String] {
      var desk = Desk()
      desk.fill("Number", "R-1")
      desk.surface = surface
      desk.wait(seconds)
      desk.act(.click(Click()), Element(role: .gridcell, name: "B3"))
      desk.surface = .browser
      desk.wait(-seconds - 2)
      desk.choose("Customer", "Ivo Holm")
      desk.surface = surface
      desk.wait(seconds)
      desk.act(.click(Click()), Element(role: .gridcell, name: "C3"))
      return reduce(desk)
    }
    let asDone = ["fill Number: “R-1”", "select Customer: “Ivo Holm”", "click B3", "click C3"]
    let asTold = ["fill Number: “R-1”", "click B3", "select Customer: “Ivo Holm”", "click C3"]
    #expect(told(late: 2, after: .desktop) == asDone)
    // A surface knows its own order, and after an hour the clock was set.
    #expect(told(late: 2, after: .browser) == asTold)
    #expect(told(late: 3600, after: .desktop) == asTold)
  }

  @Test("Every event is part of exactly one step or one discard, whatever was done")
  func nothingDisappears() {
    let events = Office.events(days: 1...2)
    let reduction = Distiller().reduce(events)
    let accounted = reduction.steps.flatMap(\.events) + reduction.discards.map(\.event)
    #expect(accounted.sorted() == events.map(\.id).sorted())
  }
}

extension Signal {
  /// Its kind alone.
  fileprivate var word: String {
    switch self {
    case .navigation: "navigation"
    case .dialog: "dialog"
    case .download: "download"
    case .windowOpened: "windowOpened"
    case .windowClosed: "windowClosed"
    case .submitted: "submitted"
    case .crashed: "crashed"
    case .exited: "exited"
    case .opened: "opened"
    case .gap: "gap"
    case .notRecorded: "notRecorded"
    }
  }
}
