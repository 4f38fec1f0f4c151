/// An action without what it holds: enough to name it and to tell kinds apart.
public enum Verb: String, Sendable, Codable, Hashable, CaseIterable {
  case click, doubleClick, contextClick
  case fill, select, check, uncheck, press, drag, scroll, copy, cut, paste, navigate, openTab, closeTab, switchTab
  case upload, submit, answer, run
}

extension Action {
  /// The kind of this action.
  public var verb: Verb {
    switch self {
    case .click(let click):
      if click.button == .right { .contextClick } else if click.count == 2 { .doubleClick } else { .click }
    case .fill: .fill
    case .select: .select
    case .check(let on): on ? .check : .uncheck
    case .press: .press
    case .drag: .drag
    case .scroll: .scroll
    case .copy: .copy
    case .cut: .cut
    case .paste: .paste
    case .navigate: .navigate
    case .openTab: .openTab
    case .closeTab: .closeTab
    case .switchTab: .switchTab
    case .upload: .upload
    case .submit: .submit
    case .answer: .answer
    case .run: .run
    }
  }

  /// What was given to the action: the text of a fill or paste, the option chosen, the chord, the address;
  /// nil for actions that hold nothing.
  public var argument: String? {
    switch self {
    case .fill(let text), .copy(let text), .cut(let text), .paste(let text, _), .navigate(let text, _), .run(let text):
      text
    case .select(let labels): labels.joined(separator: "\n")
    case .press(let chord): chord.description
    case .upload(let files): files.map(\.name).joined(separator: "\n")
    case .answer(_, let text): text
    case .click, .check, .drag, .scroll, .openTab, .closeTab, .switchTab, .submit: nil
    }
  }
}
