import Trace

extension Step {
  /// What was done, in words and with its values: `Fill “Amount” with “12.50”`.
  var words: String {
    let thing = element.map(\.calledInWords) ?? ""
    let quoted = thing.isEmpty ? "" : " “\(thing.shortened(to: 60))”"
    let value = (action.argument ?? "").shortened(to: 80)
    return switch action {
    case .click(let click):
      (click.button == .right ? "Right-click" : click.count == 2 ? "Double-click" : "Click") + quoted
    case .fill: value.isEmpty ? "Empty\(quoted)" : "Fill\(quoted) with “\(value)”"
    case .select: "Choose “\(value)” in\(quoted)"
    case .check(let on): (on ? "Tick" : "Untick") + quoted
    case .press(let chord): "Press \(chord)"
    case .drag(let target): "Drag\(quoted) to “\(target.calledInWords.shortened(to: 60))”"
    case .scroll: "Scroll"
    case .copy: "Copy “\(value)” from\(quoted)"
    case .cut: "Cut “\(value)” from\(quoted)"
    case .paste: "Paste “\(value)” into\(quoted)"
    case .navigate: "Open \(value)"
    case .openTab: "Open a tab"
    case .closeTab: "Close the tab"
    case .switchTab: "Go to another tab"
    case .upload: "Upload “\(value)”"
    case .submit: "Send the form"
    case .answer(let accepted, _): accepted ? "Accept the dialog" : "Refuse the dialog"
    case .run: "Run “\(value)”"
    }
  }
}

extension Element {
  /// What a person would call it.
  var calledInWords: String {
    let label =
      [name, surroundings.label, text, attributes["placeholder"] ?? ""].first { !$0.isEmpty } ?? role.rawValue
    return label.trimmingEnds(of: ":*")
  }
}

extension Place {
  /// Where it is, in words: the title as a person sees it, else the document.
  var words: String {
    title.isEmpty ? (innermostDocument.isEmpty ? application : innermostDocument) : title
  }
}

extension String {
  /// On one line and not longer than `count` characters.
  func shortened(to count: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= count ? line : line.prefix(count - 1) + "…"
  }

  /// Without white space and these characters at both ends.
  func trimmingEnds(of characters: String) -> String {
    let isKept = { (character: Character) in !character.isWhitespace && !characters.contains(character) }
    guard let first = firstIndex(where: isKept), let last = lastIndex(where: isKept) else { return "" }
    return String(self[first...last])
  }
}
