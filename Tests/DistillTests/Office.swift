import Trace

/// A few days in the office: invoices from a file, tickets, approvals, and a look around now and then.
///
/// What is done in which order is fixed: the same days each time.
struct Office {
  var desk = Desk()
  private var records = 100
  private var ticket = 0
  private var drafts = 0

  static let invoices = Desk.Page(title: "Select invoice to change | Office", path: "/invoices/")
  static let tickets = Desk.Page(title: "Select ticket to change | Office", path: "/tickets/")
  static let invoiceForm = Desk.Page(title: "Add invoice | Office", path: "/invoices/add/")
  static let customers = ["Acme", "Bright Lamps", "Cedar & Sons", "Delta Boats"]

  /// One row for each invoice of a day; the dates are written as in the file.
  static func table(day: Int, rows: Int) -> Table {
    Table(
      name: "invoices-\(day).csv", columns: ["number", "customer", "date", "amount"],
      rows: (0..<rows).map { row in
        [
          "R-\(day)\(row)\(day + row)", customers[(day + row) % 4], "\(10 + row).0\(day).2030",
          "\(100 * day + 7 * row).50",
        ]
      })
  }

  mutating func open(_ table: Table) { desk.add(.signal(.opened(table))) }

  /// Enters a row; by whichever way is shorter from where the person is.
  mutating func enterInvoice(_ row: [String], slip: Bool = false) {
    if desk.page.path != Office.invoices.path { desk.follow(link: "Invoices", to: Office.invoices) }
    desk.follow(link: "Add invoice", to: Office.invoiceForm)
    desk.fill("Number", row[0])
    if slip { desk.choose("Customer", "Nobody") }
    desk.choose("Customer", row[1])
    let date = row[2].split(separator: ".")
    desk.fill("Date", "\(date[2])-\(date[1])-\(date[0])")
    desk.fill("Amount", row[3])
    desk.press(to: Office.invoices)
  }

  private static let kinds = [("Outage", "Urgent"), ("Error", "High"), ("Billing", "Normal"), ("Question", "Low")]
  private static let troubles = ["no login", "empty page", "paid twice", "how to add a user", "slow since noon"]

  /// Opens the first new ticket and sets what its first word calls for.
  mutating func triageTicket() {
    if desk.page.path != Office.tickets.path { desk.follow(link: "Tickets", to: Office.tickets) }
    let (kind, priority) = Office.kinds[ticket * 7 % 4]
    let title = "\(kind): \(Office.troubles[ticket % 5]) (T-\(100 + ticket))"
    ticket += 1
    records += 1
    let form = Desk.Page(title: "\(title) | Change ticket | Office", path: "/tickets/\(records)/change/")
    desk.follow(link: title, to: form, row: 0, column: "Title")
    desk.choose("Priority", priority)
    desk.choose("Status", "Open")
    desk.press(to: Office.tickets)
  }

  private static let reasons = ["As agreed", "Fits the contract", "Checked by phone"]

  /// Decides about a draft; why, only the person knows.
  mutating func decideInvoice() {
    if desk.page.path != Office.invoices.path { desk.follow(link: "Invoices", to: Office.invoices) }
    drafts += 1
    records += 1
    let number = "D-\(200 + drafts)"
    let form = Desk.Page(title: "\(number) | Change invoice | Office", path: "/invoices/\(records)/change/")
    desk.follow(link: number, to: form, row: drafts % 3, column: "2 Number")
    desk.choose("State", drafts * drafts % 5 < 2 ? "Approved" : "Rejected")
    desk.fill("Reason", Office.reasons[drafts % 3])
    desk.press(to: Office.invoices)
  }

  /// Looks at an invoice and its history, and goes away again.
  mutating func lookAround() {
    if desk.page.path != Office.invoices.path { desk.follow(link: "Invoices", to: Office.invoices) }
    let form = Desk.Page(title: "R-1 | Change invoice | Office", path: "/invoices/7/change/")
    desk.follow(link: "R-1", to: form, row: 1, column: "Number")
    desk.follow(link: "History", to: Desk.Page(title: "History | Office", path: "/invoices/7/history/"))
    desk.wait(30)
    desk.goBack(to: form)
  }

  /// A whole day of work: five invoices, six tickets, three decisions and a look around, in another order each day.
  mutating func day(_ number: Int) {
    if number > 1 { desk.beginDay("20300\(106 + number)T080000Z-a") }
    let table = Office.table(day: number, rows: 5)
    open(table)
    var row = 0
    for task in Office.order(of: number) {
      switch task {
      case "i":
        enterInvoice(table.rows[row], slip: row == 2)
        row += 1
      case "t": triageTicket()
      case "d": decideInvoice()
      default: lookAround()
      }
    }
  }

  private static func order(of day: Int) -> String {
    ["iitttdilttddiit", "ttdiidttilditti", "dttiiltditiditt", "itdtitditlidtit"][(day - 1) % 4]
  }

  /// The events of so many days.
  static func events(days: ClosedRange<Int>) -> [Event] {
    var office = Office()
    for number in 1...days.upperBound {
      if number == days.lowerBound { office.desk.forget() }
      office.day(number)
    }
    return office.desk.events
  }
}
