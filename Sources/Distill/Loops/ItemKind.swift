public import Trace

/// What items of one list or table have in common: role, column, and the elements around them without their numbers;
/// for cells of a spreadsheet the sheet and the column.
public struct ItemKind: Sendable, Hashable {
  var role: Role
  var column: String
  var columnIndex: Int?
  var path: [String]

  public init(_ element: Element) {
    role = element.role
    guard !element.isSheetCell else {
      // A sheet need not name its columns, and what stands in its first row is no name of that.
      column = element.attributes["sheet"] ?? ""
      columnIndex = element.surroundings.columnIndex
      path = []
      return
    }
    column = element.surroundings.column
    columnIndex = element.surroundings.columnIndex
    path = element.ancestors.map { $0.attributes["tag"] ?? $0.role.rawValue }
  }
}

extension Step {
  /// Whether it is done to the item after another one's, or to the one that took its place when that one went away.
  func isNextItem(after earlier: Step) -> Bool {
    guard let element, let other = earlier.element, ItemKind(element) == ItemKind(other),
      element.attributes["name"]?.withoutNumbers == other.attributes["name"]?.withoutNumbers,
      place.innermostDocument == earlier.place.innermostDocument
    else { return false }
    if let row = element.surroundings.rowIndex, let otherRow = other.surroundings.rowIndex {
      return row == otherRow + 1
        || row == otherRow && place.query == earlier.place.query && !element.isSameItem(as: other)
    }
    guard element.surroundings.rowIndex == nil, other.surroundings.rowIndex == nil else { return false }
    return element.distance(from: other) == 1
  }

  /// Whether it is done to an earlier item than another one's, or to one of another list of the same kind.
  func isEarlierItem(than other: Step) -> Bool {
    guard let element, let otherElement = other.element, ItemKind(element) == ItemKind(otherElement) else {
      return false
    }
    if let row = element.surroundings.rowIndex, let otherRow = otherElement.surroundings.rowIndex {
      return row <= otherRow
    }
    return element.distance(from: otherElement).map { $0 <= 0 } ?? true
  }
}

extension Step {
  /// Whether it is done to another item of the same list.
  func isOtherItem(than other: Step) -> Bool {
    guard let element, let otherElement = other.element, ItemKind(element) == ItemKind(otherElement),
      place.innermostDocument == other.place.innermostDocument
    else { return false }
    if let row = element.surroundings.rowIndex { return row != otherElement.surroundings.rowIndex }
    return element.distance(from: otherElement).map { $0 != 0 } ?? false
  }
}

extension Element {
  fileprivate func isSameItem(as other: Element) -> Bool {
    surroundings.row == other.surroundings.row && name == other.name
  }
}
