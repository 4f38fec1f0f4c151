public import Trace

extension Target {
  /// Whether a recorded element is what this target points at.
  ///
  /// Unlike a ``Locator`` it judges one element without the page around it, after the fact: by what identifies it in
  /// its own technology, else by its role and name.
  ///
  /// - Parameter value: what the variable part's source gives; nil for any.
  public func denotes(_ element: Element, value: String? = nil) -> Bool {
    switch variable?.part {
    case nil: examples.contains { $0.isCounterpart(of: element) }
    case .index: examples.contains { $0.isAlike(element) }
    case .name:
      examples.contains { $0.isAlike(element) }
        && (value.map { $0.isSameText(as: element.calledName) || $0.isSameText(as: element.text) } ?? true)
    case .row:
      examples.contains { $0.isAlike(element) }
        && (value.map { $0.isSameText(as: element.surroundings.row) } ?? true)
    }
  }

  /// What in an element its variable part is: its name, or the text of its row.
  func variableText(of element: Element) -> String? {
    switch variable?.part {
    case nil: nil
    case .name: element.calledName
    case .row: element.surroundings.row
    case .index: element.surroundings.rowIndex.map(String.init)
    }
  }
}

extension Element {
  /// What a person would call it.
  var calledName: String {
    [name, surroundings.label, text].first { !$0.isEmpty } ?? ""
  }

  /// Whether both are the same element of two visits.
  func isCounterpart(of other: Element) -> Bool {
    guard role == other.role else { return false }
    for key in ["id", "name"] {
      if let mine = attributes[key], let theirs = other.attributes[key], !mine.isEmpty, !theirs.isEmpty {
        return mine == theirs && (key == "id" || isOptionOfSameGroup(as: other))
      }
    }
    return calledName.isSameText(as: other.calledName) && surroundings.column == other.surroundings.column
  }

  /// Elements with one form name (radio buttons, boxes of a column) are told apart by their own name.
  private func isOptionOfSameGroup(as other: Element) -> Bool {
    ![.radio, .checkbox].contains(role) || calledName.isSameText(as: other.calledName)
  }

  /// Whether both are items of one kind: links of one column, boxes of one list.
  func isAlike(_ other: Element) -> Bool {
    role == other.role && surroundings.column == other.surroundings.column
      && (surroundings.rowIndex == nil) == (other.surroundings.rowIndex == nil)
  }
}

extension String {
  /// Whether both are the same text apart from capitals and white space.
  func isSameText(as other: String) -> Bool {
    self == other
      || lowercased().split(whereSeparator: \.isWhitespace) == other.lowercased().split(whereSeparator: \.isWhitespace)
  }
}
