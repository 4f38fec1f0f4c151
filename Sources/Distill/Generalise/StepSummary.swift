import Trace

/// What a step says to a person.
enum StepSummary {
  /// `Fill “Amount” with amount`; without `value` what was entered is left out.
  static func of(_ step: Step, value: String? = nil, name: String? = nil) -> String {
    let thing = name ?? step.element.map(label(of:)) ?? ""
    let quoted = thing.isEmpty ? "" : " “\(thing)”"
    let with = value.map { " with \($0)" } ?? ""
    return switch step.action {
    case .click: "Click\(quoted)"
    case .fill: "Fill\(quoted)\(with)"
    case .select: value.map { "Choose \($0) in\(quoted)" } ?? "Choose in\(quoted)"
    case .check(let on): (on ? "Tick" : "Untick") + quoted
    case .press(let chord): "Press \(chord)"
    case .drag: "Drag\(quoted)"
    case .scroll: "Scroll"
    case .copy: "Copy\(quoted)"
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

  /// What a person would call the element.
  static func label(of element: Element) -> String {
    let label =
      [element.name, element.surroundings.label, element.text, element.attributes["placeholder"] ?? ""]
      .map(\.trimmed).first { !$0.isEmpty } ?? ""
    var text = label
    while let last = text.last, ":*".contains(last) { text.removeLast() }
    return text.trimmed
  }
}
