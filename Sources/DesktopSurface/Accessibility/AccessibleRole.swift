import Trace

/// AT-SPI's roles in the words of WAI-ARIA.
enum AccessibleRole {
  static func role(_ facts: AccessibleFacts) -> Role {
    if facts.role == "panel", !facts.name.isEmpty { return "group" }
    // A menu with a name is the item that opens it.
    if facts.role == "menu", facts.name.isEmpty { return "menu" }
    return words[facts.role] ?? (facts.role.hasPrefix("document") ? "document" : .generic)
  }

  private static let words: [String: Role] = [
    "alert": "alertdialog", "application": "application", "button": .button, "calendar": "grid",
    "check box": .checkbox, "check menu item": "menuitemcheckbox", "color chooser": "dialog",
    "column header": "columnheader", "combo box": .combobox, "dial": "slider", "dialog": "dialog", "entry": .textbox,
    "file chooser": "dialog", "font chooser": "dialog", "form": "form", "frame": "window", "grouping": "group",
    "heading": .heading, "icon": .img, "image": .img, "info bar": "status", "label": "label", "level bar": "meter",
    "link": .link, "list": .listbox, "list box": .listbox, "list item": .option, "menu": .menuitem,
    "menu bar": "menubar", "menu item": .menuitem, "notification": "status", "page tab": .tab,
    "page tab list": "tablist", "paragraph": "paragraph", "password text": .textbox, "popup menu": "menu",
    "progress bar": "progressbar", "push button": .button, "push button menu": .button, "radio button": .radio,
    "radio menu item": "menuitemradio", "row header": "rowheader", "scroll bar": "scrollbar",
    "separator": "separator", "slider": "slider", "spin button": .spinbutton, "status bar": "status",
    "switch": .switch, "table": "grid", "table cell": "gridcell", "table column header": "columnheader",
    "table row": .row, "table row header": "rowheader", "terminal": .textbox, "text": .textbox,
    "toggle button": .button, "tool bar": "toolbar", "tool tip": "tooltip", "tree": "tree", "tree item": "treeitem",
    "tree table": "treegrid", "window": "window",
  ]

  /// What a person names when pointing somewhere: whatever lies inside is a part of it.
  static let named: Set<String> = [
    "button", "check box", "check menu item", "column header", "combo box", "dial", "entry", "icon", "link",
    "list item", "menu", "menu item", "page tab", "password text", "push button", "push button menu", "radio button",
    "radio menu item", "row header", "scroll bar", "slider", "spin button", "switch", "table cell",
    "table column header", "table row header", "terminal", "toggle button", "tree item",
  ]

  /// Editors: what lies inside is their text.
  static let editors: Set<String> = ["text", "entry", "password text", "spin button", "terminal"]

  /// Windows and what else stands for itself.
  static let windows: Set<String> = [
    "alert", "color chooser", "dialog", "file chooser", "font chooser", "frame", "popup menu", "window",
  ]

  /// What holds the element that has the focus, and says nothing of it.
  static let containers: Set<Role> = [
    .generic, "grid", "treegrid", "tree", "document", "paragraph", "group", "window", "dialog", "menu", "menubar",
    "toolbar", .listbox,
  ]
}
