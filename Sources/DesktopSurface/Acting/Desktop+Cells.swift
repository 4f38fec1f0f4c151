import Surfaces
import Trace

/// Cells of a sheet, in a spreadsheet's own ways: a cell that is marked from outside would keep the cursor inside it, so
/// the cursor is moved as a person moves it.
extension Desktop {
  /// Moves the cursor to a cell: by a click where it can be seen, else by its address.
  func go(to cell: Observed) async throws(SurfaceError) {
    if await cursor(in: cell.window) == cell.address { return }
    if let bounds = cell.seen.element.bounds, try await isReached(cell, at: bounds.center) {
      try await hand.click(at: bounds.center)
      if await hasCursor(cell, within: .seconds(1)) { return }
    }
    try await jump(to: cell)
  }

  /// Types the address into the name box, which also scrolls there.
  func jump(to cell: Observed) async throws(SurfaceError) {
    guard let address = cell.address else { return }
    try await hand.press(Chord("t", modifiers: [.control, .shift]))
    // What is typed too early would be written into the cell at the cursor.
    let end = ContinuousClock.now + .seconds(2)
    while await touching.focused(in: cell.window)?.element.takesAddress != true {
      guard ContinuousClock.now < end else {
        throw SurfaceError(
          .notActionable,
          "The sheet's name box does not take the keyboard. Look whether a dialog is open over the sheet.")
      }
      await pause(.milliseconds(10))
    }
    try await hand.type(address)
    try await hand.press(Chord("Enter"))
    try await awaitCursor(at: cell)
  }

  private func awaitCursor(at cell: Observed) async throws(SurfaceError) {
    guard await hasCursor(cell, within: .seconds(2)) else {
      throw SurfaceError(
        .notActionable, "The sheet's cursor does not go to the cell. Look whether a dialog is open over the sheet.")
    }
  }

  private func hasCursor(_ cell: Observed, within limit: Duration) async -> Bool {
    let end = ContinuousClock.now + limit
    while await touching.sheetCursor(in: cell.window)?.description != cell.address {
      guard ContinuousClock.now < end else { return false }
      await pause(.milliseconds(10))
    }
    return true
  }

  private func cursor(in window: DesktopWindow) async -> String? {
    await touching.focused(in: window)?.element.attributes["cell"]
  }

  /// Types into a cell, in place of what is in it. A sheet shows numbers and dates in its own way, so it is only looked
  /// whether the cell has taken something.
  func enter(_ text: String, into cell: Observed) async throws(SurfaceError) -> String? {
    try await go(to: cell)
    // A cell that is being edited would take the text into what is in it.
    try await hand.press(Chord("Escape"))
    let before = try await described(cell.seen.accessible).value ?? ""
    guard !text.isEmpty else {
      try await hand.press(Chord("Delete"))
      return try await awaitValue("", of: cell.seen.accessible)
    }
    try await hand.type(text)
    // Takes away what the sheet adds by itself to a word that it knows.
    try await hand.press(Chord("Delete"))
    try await hand.press(Chord("Enter"))
    let end = ContinuousClock.now + .seconds(1)
    var value = try await described(cell.seen.accessible).value ?? ""
    while value == before, value != text, ContinuousClock.now < end {
      await pause(.milliseconds(10))
      value = try await described(cell.seen.accessible).value ?? ""
    }
    guard !value.isEmpty else {
      throw SurfaceError(.failed, "The cell has not taken what was typed. Look whether the sheet is protected.")
    }
    return value
  }
}

extension Element {
  /// Whether it may be the box over a sheet that shows where the cursor is.
  fileprivate var takesAddress: Bool { role == .combobox || role == .textbox }
}

extension Observed {
  /// Such as `B2`, for a cell of a sheet.
  var address: String? { seen.element.attributes["cell"] }

  var isSheetCell: Bool { seen.element.role == .gridcell && address != nil }
}
