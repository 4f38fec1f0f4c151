public import Trace

extension DesktopContract {
  /// Elements of the cases as they must be told, ``Trace/Element/whole``: by application, and by the act, as
  /// ``Trace/Event/brief``, that tells of them.
  public static let elements: [String: [String: Element]] = [
    "mousepad": [
      "click menuitem “Search”": told(
        .menuitem, "Search", attributes: gtk(["description": "Search menu"]), in: [Ancestor(role: "menubar")], index: 2),
      "fill “Ada” combobox “Search for:”": told(
        .combobox, "Search for:", value: "", attributes: gtk(), in: find, index: 1, by: "Search for:"),
      "check checkbox “Match case”": told(.checkbox, "Match case", attributes: gtk(), in: find, index: 3),
      "uncheck checkbox “Match case”": told(
        .checkbox, "Match case", states: [.checked], attributes: gtk(), in: find, index: 3),
      "select “Up” combobox “Search direction:”": told(
        .combobox, "Search direction:", value: "Down", attributes: gtk(), in: find, index: 1, by: "Search direction:",
        options: ["Up", "Down"]),
      "click button “Replace”": told(.button, "Replace", attributes: gtk(), in: find, index: 1),
      "fill “2” spinbutton “Line number:”": told(
        .spinbutton, "Line number:", value: "3", attributes: gtk(), in: [Ancestor(role: "dialog", name: "Go To")],
        index: 1, by: "Line number:"),
    ],
    "featherpad": [
      "fill “Ada” textbox “Find:”": told(
        .textbox, "Find:", value: "", attributes: ["description": "To be replaced"], index: 1, by: "Find:"),
      "click button “Next (F8)”": told(
        .button, "Next (F8)", attributes: ["description": "Next (F8)"], index: 5),
      "check checkbox “Whole Word (F6)”": told(
        .checkbox, "Whole Word (F6)", attributes: ["description": "Whole Word (F6)"], index: 4),
      "click menuitem “Preferences”": told(
        .menuitem, "Preferences",
        in: [Ancestor(role: "menu"), Ancestor(role: .menuitem, name: "Options"), Ancestor(role: "menubar")], index: 8),
    ],
    "soffice": [
      "fill “hello” gridcell “B8”": cell("B8", column: "Customer", 1, row: 7),
      "fill “=SUM(C2:C4)” gridcell “E5”": cell("E5", 4, row: 4),
      "copy “hello” gridcell “B8”": cell("B8", value: "hello", column: "Customer", 1, row: 7),
      "paste “hello” gridcell “F9” from gridcell “B8”": cell("F9", 5, row: 8),
      "drag gridcell “A1” to “C1”": cell("A1", value: "Number", 0, row: 0),
      "fill “edited” gridcell “F3”": cell("F3", 5, of: "INV-2", row: 2),
    ],
  ]

  private static let find = [Ancestor(role: "dialog", name: "Find and Replace")]

  private static func gtk(_ attributes: [String: String] = [:]) -> [String: String] {
    attributes.merging(["toolkit": "gtk"]) { $1 }
  }

  private static func told(
    _ role: Role, _ name: String, value: String? = nil, states: Set<ElementState> = [],
    attributes: [String: String] = [:], in ancestors: [Ancestor] = [], index: Int? = nil, by label: String = "",
    options: [String] = []
  ) -> Element {
    Element(
      role: role, name: name, value: value, states: states, attributes: attributes, ancestors: ancestors, index: index,
      surroundings: Surroundings(label: label), bounds: Bounds(x: 0, y: 0, width: 0, height: 0), options: options)
  }

  /// A cell of the sheet “Invoices”, in a column and row with their headings.
  private static func cell(
    _ address: String, value: String = "", column: String = "", _ columnIndex: Int, of heading: String = "", row: Int
  ) -> Element {
    var cell = told(
      .gridcell, address, value: value, attributes: ["cell": address, "sheet": "Invoices"],
      in: [Ancestor(role: "grid", name: "Sheet Invoices"), Ancestor(role: "document")])
    cell.surroundings = Surroundings(row: heading, column: column, rowIndex: row, columnIndex: columnIndex)
    return cell
  }
}
