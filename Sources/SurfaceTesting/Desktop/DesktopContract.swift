import Trace

/// What every desktop surface must record and perform, tried on one application of each toolkit: mousepad (GTK),
/// featherpad (Qt) and LibreOffice Calc.
///
/// The cases of an application are done one after the other in the same window: each begins where the one before has
/// left it.
public enum DesktopContract {
  /// The cases by the application that they are done in.
  public static let cases: [(application: String, cases: [ContractCase<DesktopHand>])] = [
    ("mousepad", mousepadCases), ("featherpad", featherpadCases), ("soffice", calcCases),
  ]

  static func act(
    _ name: String, _ events: [Event] = [], _ act: @escaping @Sendable (DesktopHand) async throws -> Void
  ) -> ContractCase<DesktopHand> {
    ContractCase(name, start: "", expected: events, act: act)
  }

  static let mousepadCases: [ContractCase<DesktopHand>] = [
    act("Typing is one fill, and Enter a part of it where a text has lines") {
      try await $0.click(.textbox, "")
      try $0.type("Dear Ada,")
      try $0.key("Return")
      try $0.type("see you, Ada.")
      try await $0.click(.menuitem, "Search")
    },
    act("A click in a menu is told although the menu is gone with it") {
      try await $0.click(.menuitem, "Find and Replace...")
      _ = try await $0.find(.combobox, "Search for:")
    },
    act("Fields are filled one after the other, by Tab") {
      try $0.type("Ada")
      try $0.key("Tab")
      try $0.type("Grace")
      try await $0.click(.checkbox, "Match case")
    },
    act("The space bar on a box is a check") { try $0.key("space") },
    act("A choice in a list is one select") {
      try await $0.click(.combobox, "Search direction:")
      try await $0.click(.menuitem, "Up")
    },
    act("A button is clicked") { try await $0.click(.button, "Replace") },
    act("Escape closes a dialog") { try $0.key("Escape") },
    act("Copied text is told with where it came from when it is pasted") {
      try $0.key("ctrl+a")
      try $0.key("ctrl+c")
      try $0.key("ctrl+End")
      try $0.key("ctrl+v")
    },
    act("A double click is two clicks, the second told as double") {
      try await $0.click(.textbox, "", at: (0.02, 0.03), count: 2)
    },
    act("A context menu is opened and left") {
      try await $0.click(.textbox, "", button: .right)
      try $0.key("Escape")
    },
    act("The wheel is one scroll, however many ticks it was") { try await $0.wheel(3, over: .textbox, "") },
    act("A shortcut is told as its keys") { try $0.key("ctrl+f") },
  ]

  static let featherpadCases: [ContractCase<DesktopHand>] = [
    act("Typing is one fill, and Enter a part of it where a text has lines") {
      try await $0.click(.textbox, "")
      try $0.type("Dear Ada,")
      try $0.key("Return")
      try $0.type("see you, Ada.")
      try await $0.click(.menuitem, "Search")
    },
    act("A click in a menu is told although the menu is gone with it") {
      try await $0.click(.menuitem, "Replace")
      _ = try await $0.find(.textbox, "Find:")
    },
    act("Fields are filled one after the other, by Tab") {
      try await $0.click(.textbox, "Find:")
      try $0.type("Ada")
      try await $0.click(.textbox, "Replace with:")
      try $0.type("Grace")
      try await $0.click(.button, "Next (F8)")
    },
    act("A click on a box is a check") { try await $0.click(.checkbox, "Whole Word (F6)") },
    act("Copied text is told with where it came from when it is pasted") {
      try await $0.click(.textbox, "")
      try $0.key("ctrl+a")
      try $0.key("ctrl+c")
      try $0.key("ctrl+End")
      try $0.key("ctrl+v")
    },
    act("A double click is two clicks, the second told as double") {
      try await $0.click(.textbox, "", at: (0.02, 0.03), count: 2)
    },
    act("A context menu is opened and left") {
      try await $0.click(.textbox, "", button: .right)
      try $0.key("Escape")
    },
    act("The wheel is one scroll, however many ticks it was") { try await $0.wheel(3, over: .textbox, "") },
    act("A dialog of settings opens") {
      try await $0.click(.menuitem, "Options")
      try await $0.click(.menuitem, "Preferences")
      _ = try await $0.find(.button, "Close")
    },
  ]

  static let calcCases: [ContractCase<DesktopHand>] = [
    act("Cells are filled one after the other, each told with its address") {
      try await $0.click(.gridcell, "B8")
      try $0.type("hello")
      try $0.key("Return")
      try $0.type("42.5")
      try $0.key("Tab")
      try $0.type("2026-11-28")
      try $0.key("Return")
    },
    act("A formula is told as it was typed") {
      try await $0.click(.gridcell, "E5")
      try $0.type("=SUM(C2:C4)")
      try $0.key("Return")
    },
    act("A cell is copied and pasted") {
      try await $0.click(.gridcell, "B8")
      try $0.key("ctrl+c")
      try await $0.click(.gridcell, "F9")
      try $0.key("ctrl+v")
    },
    act("A cell is emptied") {
      try $0.key("Delete")
    },
    act("Cells are marked by a drag, and made bold by a shortcut") {
      try await $0.drag(.gridcell, from: "A1", to: "C1")
      try $0.key("ctrl+b")
    },
    act("A cell is edited after a double click") {
      try await $0.click(.gridcell, "F3", count: 2)
      try $0.type("edited")
      try $0.key("Return")
    },
    act("Another sheet is chosen") { try await $0.click(.tab, "Notes") },
  ]
}
