public import Trace

/// What every desktop surface must record and perform, tried on one application of each toolkit: mousepad (GTK),
/// featherpad (Qt) and LibreOffice Calc.
///
/// The cases of an application are done one after the other in the same window: each begins where the one before has
/// left it.
public enum DesktopContract {
  /// The cases by the application that they are done in.
  public static let cases = ["mousepad": mousepadCases, "featherpad": featherpadCases, "soffice": calcCases]

  /// What is no act on a desktop: each is refused with a sentence that says what is done there instead.
  public static let refused: [Action] = [
    .upload([FileDescription(name: "report.csv")]), .navigate("https://site.example", cause: .typed), .openTab,
    .answer(accepted: true, text: nil), .run("ls"),
  ]

  static let mousepadCases: [DesktopCase] = [
    DesktopCase(
      "Typing is one fill, and Enter a part of it where a text has lines",
      [
        "click textbox “”",
        "fill “Dear Ada,\nsee you, Ada.” textbox “”",
        "click menuitem “Search”",
      ]
    ) {
      try await $0.click(.textbox, "")
      try $0.type("Dear Ada,")
      try $0.key("Return")
      try $0.type("see you, Ada.")
      try await $0.click(.menuitem, "Search")
    },
    DesktopCase(
      "A click in a menu is told although the menu is gone with it",
      [
        "click menuitem “Find and Replace...”",
        "a window opened",
      ]
    ) {
      try await $0.click(.menuitem, "Find and Replace...")
      _ = try await $0.find(.combobox, "Search for:")
    },
    DesktopCase(
      "Fields are filled one after the other, by Tab",
      [
        "fill “Ada” combobox “Search for:”",
        "fill “Grace” combobox “Replace with:”",
        "check checkbox “Match case”",
      ]
    ) {
      try $0.type("Ada")
      try $0.key("Tab")
      try $0.type("Grace")
      try await $0.click(.checkbox, "Match case")
    },
    DesktopCase(
      "The space bar on a box is a check",
      [
        "uncheck checkbox “Match case”"
      ]
    ) { try $0.key("space") },
    DesktopCase(
      "A choice in a list is one select",
      [
        "select “Up” combobox “Search direction:”"
      ]
    ) {
      try await $0.click(.combobox, "Search direction:")
      try await $0.click(.menuitem, "Up")
    },
    DesktopCase(
      "A button is clicked",
      [
        "click button “Replace”"
      ]
    ) { try await $0.click(.button, "Replace") },
    DesktopCase(
      "Escape closes a dialog",
      [
        "press “Escape” button “Replace”",
        "a window closed",
      ]
    ) { try $0.key("Escape") },
    DesktopCase(
      "Copied text is told with where it came from when it is pasted",
      [
        "copy “Dear Ada,\nsee you, Grace.” textbox “”",
        "paste “Dear Ada,\nsee you, Grace.” textbox “” from textbox “”",
      ]
    ) {
      try $0.key("ctrl+a")
      try $0.key("ctrl+c")
      try $0.key("ctrl+End")
      try $0.key("ctrl+v")
    },
    DesktopCase(
      "A double click is two clicks, the second told as double",
      [
        "click textbox “”",
        "doubleClick textbox “”",
      ]
    ) {
      try await $0.click(.textbox, "", at: (0.02, 0.03), count: 2)
    },
    DesktopCase(
      "A context menu is opened and left",
      [
        "contextClick textbox “”",
        "press “Escape” textbox “”",
      ]
    ) {
      try await $0.click(.textbox, "", button: .right)
      try $0.key("Escape")
    },
    DesktopCase(
      "The wheel is one scroll, however many ticks it was",
      [
        "scroll 0.0, 150.0"
      ]
    ) { try await $0.wheel(3, over: .textbox, "") },
    DesktopCase(
      "A shortcut is told as its keys",
      [
        "press “Control+f” textbox “”"
      ]
    ) { try $0.key("ctrl+f") },
    DesktopCase(
      "Enter in a field of a dialog submits it: one key, and the dialog goes",
      [
        "press “Escape” textbox “”",
        "click textbox “”",
        "press “Control+l” textbox “”",
        "a window opened",
        "fill “2” spinbutton “Line number:”",
        "press “Enter” spinbutton “Line number:”",
        "a window closed",
      ]
    ) {
      try $0.key("Escape")
      try await $0.click(.textbox, "")
      try $0.key("ctrl+l")
      _ = try await $0.find(.spinbutton, "Line number:")
      try $0.key("ctrl+a")
      try $0.type("2")
      try $0.key("Return")
    },
  ]

  static let featherpadCases: [DesktopCase] = [
    DesktopCase(
      "Typing is one fill, and Enter a part of it where a text has lines",
      [
        "click textbox “”",
        "fill “Dear Ada,\nsee you, Ada.” textbox “”",
        "click menuitem “Search”",
      ]
    ) {
      try await $0.click(.textbox, "")
      try $0.type("Dear Ada,")
      try $0.key("Return")
      try $0.type("see you, Ada.")
      try await $0.click(.menuitem, "Search")
    },
    DesktopCase(
      "A click in a menu is told although the menu is gone with it",
      [
        "click menuitem “Replace”"
      ]
    ) {
      try await $0.click(.menuitem, "Replace")
      _ = try await $0.find(.textbox, "Find:")
    },
    DesktopCase(
      "Fields are filled one after the other, by Tab",
      [
        "click textbox “Find:”",
        "fill “Ada” textbox “Find:”",
        "click textbox “Replace with:”",
        "fill “Grace” textbox “Replace with:”",
        "click button “Next (F8)”",
      ]
    ) {
      try await $0.click(.textbox, "Find:")
      try $0.type("Ada")
      try await $0.click(.textbox, "Replace with:")
      try $0.type("Grace")
      try await $0.click(.button, "Next (F8)")
    },
    DesktopCase(
      "A click on a box is a check",
      [
        "check checkbox “Whole Word (F6)”"
      ]
    ) { try await $0.click(.checkbox, "Whole Word (F6)") },
    DesktopCase(
      "Copied text is told with where it came from when it is pasted",
      [
        "click textbox “”",
        "copy “Dear Ada,\nsee you, Ada.” textbox “”",
        "paste “Dear Ada,\nsee you, Ada.” textbox “” from textbox “”",
      ]
    ) {
      try await $0.click(.textbox, "")
      try $0.key("ctrl+a")
      try $0.key("ctrl+c")
      try $0.key("ctrl+End")
      try $0.key("ctrl+v")
    },
    DesktopCase(
      "A double click is two clicks, the second told as double",
      [
        "click textbox “”",
        "doubleClick textbox “”",
      ]
    ) {
      try await $0.click(.textbox, "", at: (0.02, 0.03), count: 2)
    },
    DesktopCase(
      "A context menu is opened and left",
      [
        "contextClick textbox “”",
        "press “Escape” textbox “”",
      ]
    ) {
      try await $0.click(.textbox, "", button: .right)
      try $0.key("Escape")
    },
    DesktopCase(
      "The wheel is one scroll, however many ticks it was",
      [
        "scroll 0.0, 150.0"
      ]
    ) { try await $0.wheel(3, over: .textbox, "") },
    DesktopCase(
      "A dialog of settings opens",
      [
        "click menuitem “Options”",
        "click menuitem “Preferences”",
        "a window opened",
      ]
    ) {
      try await $0.click(.menuitem, "Options")
      try await $0.click(.menuitem, "Preferences")
      _ = try await $0.find(.button, "Close")
    },
  ]

  static let calcCases: [DesktopCase] = [
    DesktopCase(
      "Cells are filled one after the other, each told with its address",
      [
        "click gridcell “B8”",
        "fill “hello” gridcell “B8”",
        "fill “42.5” gridcell “B9”",
        "fill “2026-11-28” gridcell “C9”",
      ]
    ) {
      try await $0.click(.gridcell, "B8")
      try $0.type("hello")
      try $0.key("Return")
      try $0.type("42.5")
      try $0.key("Tab")
      try $0.type("2026-11-28")
      try $0.key("Return")
    },
    DesktopCase(
      "A formula is told as it was typed",
      [
        "click gridcell “E5”",
        "fill “=SUM(C2:C4)” gridcell “E5”",
      ]
    ) {
      try await $0.click(.gridcell, "E5")
      try $0.type("=SUM(C2:C4)")
      try $0.key("Return")
    },
    DesktopCase(
      "A cell is copied and pasted",
      [
        "click gridcell “B8”",
        "copy “hello” gridcell “B8”",
        "click gridcell “F9”",
        "paste “hello” gridcell “F9” from gridcell “B8”",
      ]
    ) {
      try await $0.click(.gridcell, "B8")
      try $0.key("ctrl+c")
      try await $0.click(.gridcell, "F9")
      try $0.key("ctrl+v")
    },
    DesktopCase(
      "A cell is emptied",
      [
        "press “Delete” gridcell “F9”"
      ]
    ) {
      try $0.key("Delete")
    },
    DesktopCase(
      "Cells are marked by a drag, and made bold by a shortcut",
      [
        "drag gridcell “A1” to “C1”",
        "press “Control+b” gridcell “A1”",
      ]
    ) {
      try await $0.drag(.gridcell, from: "A1", to: "C1")
      try $0.key("ctrl+b")
    },
    DesktopCase(
      "A cell is edited after a double click",
      [
        "click gridcell “F3”",
        "doubleClick gridcell “F3”",
        "fill “edited” gridcell “F3”",
      ]
    ) {
      try await $0.click(.gridcell, "F3", count: 2)
      try $0.type("edited")
      try $0.key("Return")
    },
    DesktopCase(
      "Another sheet is chosen",
      [
        "click tab “Notes”"
      ]
    ) { try await $0.click(.tab, "Notes") },
  ]
}
