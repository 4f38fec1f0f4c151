import Learn
import Testing
import Trace

@Suite("A sentence that asks for a workflow")
struct RequestReaderTests {
  private static let reader = RequestReader(OfficeWorkflows.all)

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var workflow: String
    var values: [String: String]
    var testDescription: String { text }
  }

  static let clear = [
    Case(
      text: "Add an invoice for Amber Bicycles, number R-2001-10, dated 20.11.2026, amount 912.40",
      workflow: "addinvoice",
      values: ["customer": "Amber Bicycles", "number": "R-2001-10", "date": "20.11.2026", "amount": "912.40"]),
    Case(
      text: "Please add invoice R-2001-11 of 2026-11-21 for foxglove books over 88.00", workflow: "addinvoice",
      values: ["customer": "Foxglove Books", "number": "R-2001-11", "date": "21.11.2026", "amount": "88.00"]),
    Case(
      text: "add invoice: customer = \"Iris Printing\"; amount 17.20; number is R-9-3; date 01.02.2027",
      workflow: "addinvoice",
      values: ["customer": "Iris Printing", "number": "R-9-3", "date": "01.02.2027", "amount": "17.20"]),
    Case(
      text: "Change the status of invoice R-2001-14 to Approved, reason small, no doubt",
      workflow: "changeinvoicestatusreason",
      values: ["number": "R-2001-14", "status": "Approved", "reason": "Small, no doubt"]),
    Case(
      text: "Approve invoice R-2001-12 because it fits the contract", workflow: "changeinvoicestatusreason",
      values: ["number": "R-2001-12", "status": "Approved", "reason": "Fits the contract"]),
    Case(
      text: "Reject invoice R-2001-13: the goods never came", workflow: "changeinvoicestatusreason",
      values: ["number": "R-2001-13", "status": "Rejected", "reason": "the goods never came"]),
    Case(
      text: "Change the ticket “Billing: an invoice came twice (T-900)”: priority high, assignee billing team",
      workflow: "changeticketpriorityassignee",
      values: [
        "title": "Billing: an invoice came twice (T-900)", "priority": "High", "assignee": "Billing team",
      ]),
    Case(
      text:
        "Add a customer called Blue Door Bakery, contact person Tim Frost, email tim@bluedoor.example, address Hill Road 2, 01067 Dresden",
      workflow: "addcustomer",
      values: [
        "name": "Blue Door Bakery", "contact person": "Tim Frost", "email": "tim@bluedoor.example",
        "address": "Hill Road 2, 01067 Dresden",
      ]),
    Case(
      text: "Add customer with name “Zum Anker”, address “Am Markt 3, 18055 Rostock” and contact Eva O'Neill",
      workflow: "addcustomer",
      values: ["name": "Zum Anker", "contact person": "Eva O'Neill", "address": "Am Markt 3, 18055 Rostock"]),
    Case(text: "Forward the mail from Anna to Bob", workflow: "forwardmail", values: ["from": "Anna", "to": "Bob"]),
    Case(text: "Export the report for March", workflow: "exportreport", values: ["month": "March"]),
    Case(text: "exporting reports", workflow: "exportreport", values: [:]),
  ]

  /// Written before a first look at what became of them: of these 24 the workflow was found for all, and all the values
  /// for 18. The other six were mended since.
  static let unseen = [
    Case(
      text: "Add an invoice: Quay Street Studio, R-2002-1, 03.12.2026, 450.00", workflow: "addinvoice",
      values: ["customer": "Quay Street Studio", "number": "R-2002-1", "date": "03.12.2026", "amount": "450.00"]),
    Case(
      text: "I want to add an invoice from Iris Printing with the number R-2002-2 and an amount of 77.10",
      workflow: "addinvoice", values: ["customer": "Iris Printing", "number": "R-2002-2", "amount": "77.10"]),
    Case(
      text: "Add the invoice R-2002-3 over 1,250.00 for Grey Owl Ltd dated 5 December 2026", workflow: "addinvoice",
      values: ["customer": "Grey Owl Ltd", "number": "R-2002-3", "amount": "1,250.00", "date": "05.12.2026"]),
    Case(
      text: "add invoice number R-2002-4 customer Amber Bicycles amount 12 date 2026-12-06", workflow: "addinvoice",
      values: ["customer": "Amber Bicycles", "number": "R-2002-4", "amount": "12", "date": "06.12.2026"]),
    Case(
      text: "Could you add invoice R-2002-5 of Dec 7 2026?", workflow: "addinvoice",
      values: ["number": "R-2002-5", "date": "07.12.2026"]),
    Case(
      text: "Rejecting invoice R-2002-6, reason: price is not the agreed one", workflow: "changeinvoicestatusreason",
      values: ["number": "R-2002-6", "status": "Rejected", "reason": "Price is not the agreed one"]),
    Case(
      text: "Set invoice R-2002-7 to rejected since the papers are missing", workflow: "changeinvoicestatusreason",
      values: ["number": "R-2002-7", "status": "Rejected", "reason": "the papers are missing"]),
    Case(
      text: "Change status of R-2002-8 to approved", workflow: "changeinvoicestatusreason",
      values: ["number": "R-2002-8", "status": "Approved"]),
    Case(
      text: "Approve R-2002-9", workflow: "changeinvoicestatusreason",
      values: ["number": "R-2002-9", "status": "Approved"]),
    Case(
      text: "Change the priority of ticket \"Login: the code never comes (T-77)\" to low",
      workflow: "changeticketpriorityassignee",
      values: ["title": "Login: the code never comes (T-77)", "priority": "Low"]),
    Case(
      text: "Assign the ticket 'Billing: no receipt (T-88)' to the support team",
      workflow: "changeticketpriorityassignee",
      values: ["title": "Billing: no receipt (T-88)", "assignee": "Support team"]),
    Case(
      text: "Change ticket Login: the password is refused (T-103), priority normal, assignee Billing team",
      workflow: "changeticketpriorityassignee",
      values: ["title": "Login: the password is refused (T-103)", "priority": "Normal", "assignee": "Billing team"]),
    Case(
      text: "Add Silver Birch Inn as a customer, contact Ann Lee, ann@birch.example", workflow: "addcustomer",
      values: ["name": "Silver Birch Inn", "contact person": "Ann Lee", "email": "ann@birch.example"]),
    Case(
      text: "Add the customer Kestrel Tools (contact person Joe Wood, address Mill Lane 4, 04109 Leipzig)",
      workflow: "addcustomer",
      values: ["name": "Kestrel Tools", "contact person": "Joe Wood", "address": "Mill Lane 4, 04109 Leipzig"]),
    Case(
      text: "New customer please: name Otter Cafe, email hi@otter.example", workflow: "addcustomer",
      values: ["name": "Otter Cafe", "email": "hi@otter.example"]),
    Case(text: "Forward Clara's mail to Paul", workflow: "forwardmail", values: ["from": "Clara", "to": "Paul"]),
    Case(
      text: "Forward the mail that came from Ines to Omar, please", workflow: "forwardmail",
      values: ["from": "Ines", "to": "Omar"]),
    Case(text: "forward mail from jonas to mia", workflow: "forwardmail", values: ["from": "Jonas", "to": "Mia"]),
    Case(text: "Mail from Rosa: forward it to Tom", workflow: "forwardmail", values: ["from": "Rosa", "to": "Tom"]),
    Case(text: "Export February's report", workflow: "exportreport", values: ["month": "February"]),
    Case(text: "Export the January report", workflow: "exportreport", values: ["month": "January"]),
    Case(text: "report for month February, export it", workflow: "exportreport", values: ["month": "February"]),
    Case(text: "Add a customer named Brook & Son", workflow: "addcustomer", values: ["name": "Brook & Son"]),
    Case(
      text: "Add invoice for customer \"Foxglove Books\" with amount 5", workflow: "addinvoice",
      values: ["customer": "Foxglove Books", "amount": "5"]),
  ]

  @Test("The likeliest is the right one, with its values, however it is said", arguments: unseen)
  func likeliest(_ given: Case) {
    let best: RequestReading? =
      switch Self.reader.read(given.text) {
      case .clear(let reading): reading
      case .unsure(let readings): readings.first
      case .nothing: nil
      }
    #expect(best?.workflow == given.workflow)
    #expect(Dictionary(uniqueKeysWithValues: (best?.values ?? []).map { ($0.name, $0.text) }) == given.values)
  }

  @Test("It is found by its words, with the values that the sentence gives", arguments: clear)
  func understood(_ given: Case) {
    guard case .clear(let reading) = Self.reader.read(given.text) else {
      Issue.record("\(Self.reader.read(given.text))")
      return
    }
    #expect(reading.workflow == given.workflow)
    #expect(Dictionary(uniqueKeysWithValues: reading.values.map { ($0.name, $0.text) }) == given.values)
  }

  @Test(
    "What several workflows could mean, asks for two things, or begins with a verb that none of them uses, is asked about",
    arguments: [
      "Invoice", "Delete invoice R-1116-184", "Enter the invoice R-2001-15 for Amber Bicycles", "Change it",
      "Approve invoice R-1116-184 and reject invoice R-1116-272",
      "Add an invoice for Amber Bicycles and one for Iris Printing",
    ])
  func unsure(_ text: String) {
    guard case .unsure = Self.reader.read(text) else {
      Issue.record("\(Self.reader.read(text))")
      return
    }
  }

  @Test(
    "What no workflow speaks of is none of them",
    arguments: ["Book a flight to Rome", "", "   ", "42", "\"", "Water the plants on Friday, please", "🙂"])
  func nothing(_ text: String) {
    #expect(Self.reader.read(text) == .nothing)
  }

  @Test("What was not given is said, in the order of the workflow")
  func missing() {
    guard case .clear(let reading) = Self.reader.read("Add an invoice for Amber Bicycles") else {
      Issue.record("\(Self.reader.read("Add an invoice for Amber Bicycles"))")
      return
    }
    #expect(reading.missing == ["number", "date", "amount"])
  }

  @Test("With many words that nothing is made of, what it could mean is asked about all the same")
  func manyUnread() {
    let reading = RequestReader([OfficeWorkflows.all[0]]).read("Invoice urgently needed before lunch today")
    guard case .unsure(let readings) = reading else {
      Issue.record("\(reading)")
      return
    }
    #expect(readings.map(\.workflow) == ["addinvoice"])
  }

  @Test("Without workflows nothing is understood")
  func none() {
    #expect(RequestReader([]).read("Add invoice") == .nothing)
  }

  @Test("Whatever is written is read to an answer, and always to the same")
  func anything() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "invoice", "add", "to", "“", "”", "\"", "'", "(", ")", ":", ",", ";", "=", "R-1-2", "3.5", "2026-11-20", "Anna",
      "a@b",
      "\n", "\u{301}", "🙂", "’s", "-", "—", "number", "because", "http://x", "Amber", "Bicycles", "\u{202E}", "",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<14, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      #expect(Self.reader.read(text) == Self.reader.read(text), "\(text)")
    }
  }
}
