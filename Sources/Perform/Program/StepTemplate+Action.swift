import Trace

extension StepTemplate {
  /// The demonstrated action with another argument in the place of the demonstrated one.
  func action(with text: String) -> Action {
    switch action {
    case .fill: .fill(text)
    case .select: .select(text.split(separator: "\n").map(String.init))
    case .check(let on): .check(Self.flag(text) ?? on)
    case .paste(_, let clipping): .paste(text, from: clipping)
    case .copy: .copy(text)
    case .cut: .cut(text)
    case .navigate(_, let cause): .navigate(text, cause: cause)
    case .upload(let files):
      .upload(
        text.split(separator: "\n").map { FileDescription(name: String($0), mediaType: files.first?.mediaType ?? "") })
    case .answer(let accepted, _): .answer(accepted: accepted, text: text)
    case .run: .run(text)
    case .press(let chord): text.isEmpty ? action : .press(Self.chord(text) ?? chord)
    case .click, .drag, .scroll, .openTab, .closeTab, .switchTab, .submit: action
    }
  }

  /// The demonstrated action where nothing stands in for its argument: what was copied as a whole is copied as a
  /// whole again, whatever it says this time.
  var plainAction: Action {
    guard let examples = target?.examples else { return action }
    switch action {
    case .copy(let text) where examples.contains { $0.reading.plain == text.plain || $0.name.plain == text.plain }:
      return .copy("")
    case .cut(let text) where examples.contains { $0.reading.plain == text.plain }:
      return .cut("")
    default: return action
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on", "1", "x", "checked": true
    case "false", "no", "off", "0", "", "unchecked": false
    default: nil
    }
  }

  /// Reads what ``Chord/description`` writes.
  private static func chord(_ text: String) -> Chord? {
    if text == "+" { return Chord("+") }
    var parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard let key = parts.popLast() else { return nil }
    let modifiers = parts.compactMap(Modifier.init(rawValue:))
    return modifiers.count == parts.count && !key.isEmpty ? Chord(key, modifiers: Set(modifiers)) : nil
  }

  /// Whether its value is a secret: the demonstrated field held one, or the demonstrated value was withheld.
  var holdsSecret: Bool {
    guard action.verb == .fill || action.verb == .paste else { return false }
    if target?.examples.contains(where: { $0.states.contains(.secret) }) == true { return true }
    if case .constant(let text) = value { return Withheld(text) != nil }
    return value == nil && action.argument.map { Withheld($0) != nil } == true
  }
}
