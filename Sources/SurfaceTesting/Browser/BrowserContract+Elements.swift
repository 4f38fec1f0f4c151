import Trace

// The elements of `contract.html`, as they are before anything is done to them.
extension BrowserContract {
  static let form = Ancestor(role: "form", attributes: ["tag": "form", "id": "form"])

  /// Something in the form for a new invoice.
  private static func control(
    _ role: Role, _ name: String, value: String? = nil, states: Set<ElementState> = [], label: String = "",
    options: [String] = [], labelled: Ancestor? = nil, index: Int = 0, _ attributes: [String: String]
  ) -> Element {
    Element(
      role: role, name: name, value: value, states: states, attributes: attributes,
      ancestors: [labelled, form].compactMap { $0 }, index: index,
      surroundings: Surroundings(label: label, heading: "New invoice"), options: options)
  }

  static let customer = control(
    .textbox, "Customer", value: "", label: "Customer",
    ["tag": "input", "type": "text", "id": "customer", "name": "customer"])
  static let amount = control(
    .textbox, "Amount", value: "10", label: "Amount",
    labelled: Ancestor(role: .generic, attributes: ["tag": "label", "id": "amountLabel"]),
    ["tag": "input", "type": "text", "id": "amount", "name": "amount"])
  static let note = control(
    .textbox, "Note", value: "", label: "Note", ["tag": "textarea", "id": "note", "name": "note"])
  static let kind = control(
    .combobox, "Kind", value: "Goods", label: "Kind", options: ["Goods", "Travel", "Services"],
    ["tag": "select", "id": "kind", "name": "kind"])
  static let tags = control(
    .listbox, "Tags", value: "", states: [.multiselectable], label: "Tags", options: ["Red", "Green", "Blue"],
    ["tag": "select", "id": "tags", "name": "tags"])
  static let paid = control(
    .checkbox, "Paid", label: "Paid", ["tag": "input", "type": "checkbox", "id": "paid", "name": "paid"])
  static let fast = control(
    .radio, "Fast", label: "Fast", labelled: Ancestor(role: .generic, attributes: ["tag": "label"], index: 1),
    ["tag": "input", "type": "radio", "id": "fast", "name": "speed"])
  static let due = control(
    .textbox, "Due", value: "", label: "Due", ["tag": "input", "type": "date", "id": "due", "name": "due"])
  static let share = control(
    "slider", "Share", value: "50", label: "Share", ["tag": "input", "type": "range", "id": "share", "name": "share"])
  static let attachment = control(
    .button, "Attachment", value: "", label: "Attachment", ["tag": "input", "type": "file", "id": "file"])
  static let save = control(.button, "Save now", ["tag": "button", "id": "save", "text": "Save now"])
  static let preview = control(
    .button, "Preview", index: 1, ["tag": "button", "id": "preview", "type": "button", "text": "Preview"])

  static let open = Element(
    role: .link, name: "Open",
    attributes: ["tag": "a", "id": "open", "href": "sent.html?number=17", "text": "Open"],
    ancestors: [
      Ancestor(role: .cell, attributes: ["tag": "td"], index: 2), Ancestor(role: .row, attributes: ["tag": "tr"]),
      Ancestor(role: "table", attributes: ["tag": "table"]),
    ],
    index: 0,
    surroundings: Surroundings(
      heading: "Open invoices", row: "17", column: "Act", rowIndex: 0, columnIndex: 2, rowCount: 2))

  static let editor = Element(
    role: .textbox, name: "Message", value: "Dear",
    attributes: ["tag": "div", "id": "editor", "aria-label": "Message", "text": "Dear"],
    index: 0, surroundings: Surroundings(heading: "Invoices"))
  /// To the browser, what can be dragged is a group.
  static let card = Element(
    role: "group", attributes: ["tag": "div", "id": "card", "text": "Card"],
    index: 1, surroundings: Surroundings(heading: "Invoices"))
  static let knob = Element(
    role: .generic, attributes: ["tag": "div", "id": "knob", "text": "Knob"],
    index: 2, surroundings: Surroundings(heading: "Invoices"))
  static let reference = Element(
    role: "paragraph", attributes: ["tag": "p", "id": "reference", "text": "Reference 4711"],
    index: 2, surroundings: Surroundings(heading: "Invoices"))
  static let inside = Element(
    role: .button, name: "Inside", attributes: ["tag": "button", "text": "Inside"],
    ancestors: [Ancestor(role: .generic, attributes: ["tag": "div", "id": "host"], index: 5)],
    index: 0, surroundings: Surroundings(heading: "Invoices"))
  static let framed = Element(
    role: .button, name: "Framed", attributes: ["tag": "button", "id": "framed", "text": "Framed"], index: 0)
  static let framePlace = Place(
    application: "Chromium", window: "1", title: "Contract", document: "\(site)/contract.html",
    frames: ["\(site)/frame.html"])
  static let tray = Element(
    role: "group", name: "Tray", attributes: ["tag": "div", "id": "tray", "role": "group", "aria-label": "Tray"],
    index: 3, surroundings: Surroundings(heading: "Invoices"))
  static let terms = Element(
    role: "group", name: "Terms",
    attributes: ["tag": "div", "id": "scroller", "role": "group", "aria-label": "Terms", "text": "Long"],
    index: 4, surroundings: Surroundings(heading: "Invoices"))
  static let canvas = Element(
    role: .generic, attributes: ["tag": "canvas", "id": "canvas"], index: 0,
    surroundings: Surroundings(heading: "Invoices"))

  /// Something in the paragraphs below the table.
  private static func below(_ role: Role, _ name: String, index: Int, _ attributes: [String: String]) -> Element {
    Element(
      role: role, name: name, attributes: attributes.merging(["text": name]) { $1 }, index: index,
      surroundings: Surroundings(heading: "Invoices"))
  }

  static let report = below(.link, "Report", index: 0, ["tag": "a", "id": "report", "href": "report.csv?download"])
  static let route = below(.link, "Route", index: 1, ["tag": "a", "id": "route", "href": "#"])
  static let alert = below(.button, "Alert", index: 0, ["tag": "button", "id": "alert", "type": "button"])
  static let confirm = below(.button, "Confirm", index: 1, ["tag": "button", "id": "confirm", "type": "button"])
  static let prompt = below(.button, "Prompt", index: 2, ["tag": "button", "id": "prompt", "type": "button"])
  static let window = below(.button, "Window", index: 3, ["tag": "button", "id": "window", "type": "button"])
}
