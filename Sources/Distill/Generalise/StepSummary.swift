import Trace

/// What a step says to a person.
enum StepSummary {
  /// `Fill “Amount” with amount`, `Click the link named by customer`.
  ///
  /// - Parameters:
  ///   - value: what stands in for what was entered; left out where nil.
  ///   - name: what stands in for the element's own name, where that differs from time to time.
  ///   - item: the item, where it is done to another one of a list or sheet each time.
  static func of(_ step: Step, value: String? = nil, name: String? = nil, item: Target? = nil) -> String {
    let thing = step.element.map(label(of:)) ?? ""
    let role = step.element?.role.rawValue ?? "element"
    let quoted: String
    if let item {
      quoted = item.sheetColumn.map { " the row’s \($0)" } ?? " the item’s \(role)"
    } else if let name {
      quoted = " the \(role) named by \(name)"
    } else {
      quoted = thing.isEmpty ? "" : " “\(thing)”"
    }
    let with = value.map { " with \($0)" } ?? ""
    return switch step.action {
    case .click: "Click\(quoted)"
    case .fill: "Fill\(quoted)\(with)"
    case .select: value.map { "Choose \($0) in\(quoted)" } ?? "Choose in\(quoted)"
    case .check(let on): (on ? "Tick" : "Untick") + quoted
    case .press(let chord): "Press \(chord)"
    case .drag: "Drag\(quoted)"
    case .scroll: "Scroll"
    case .copy: "Copy" + (quoted.isEmpty ? " from the text" : quoted)
    case .cut: "Cut\(quoted)"
    case .paste: value.map { "Paste \($0) into\(quoted)" } ?? "Paste into\(quoted)"
    case .navigate: value.map { "Open \($0)" } ?? "Open an address"
    case .openTab: "Open a tab"
    case .closeTab: "Close the tab"
    case .switchTab: "Go to another tab"
    case .upload: "Upload a file\(with)"
    case .submit: "Send the form"
    case .answer(let accepted, _): accepted ? "Accept the dialog" : "Refuse the dialog"
    case .run: value.map { "Run \($0)" } ?? "Run a command"
    }
  }

  /// What a person would call the element; empty for one without a name and with a long text.
  static func label(of element: Element) -> String {
    let candidates = [
      element.name, element.surroundings.label, element.text, element.attributes["placeholder"] ?? "",
    ].lazy.map(\.trimmed)
    // A sign or a key's name (“[F]”) is a label only where there is no word.
    let label =
      candidates.first { $0.unicodeScalars.lazy.filter(\.isWordly).prefix(2).count == 2 }
      ?? candidates.first { !$0.isEmpty } ?? ""
    guard label.count <= longestLabel else { return "" }
    var text = label
    while let last = text.last, ":*".contains(last) { text.removeLast() }
    return text.trimmed
  }

  /// What is longer is no name but a text.
  private static let longestLabel = 90
}
