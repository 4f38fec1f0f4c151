import Trace

extension TextSite {
  /// What the text is called by, where it is a value.
  var label: String {
    switch self {
    case .value(let label), .argument(let label), .cell(let label), .shown(let label): label
    case .title, .document, .query, .address, .name, .attribute, .command, .message, .fileName: ""
    }
  }

  /// Whether a single random-looking word in it is a secret.
  var isValue: Bool {
    switch self {
    case .value, .argument, .cell, .shown: true
    case .title, .document, .query, .address, .name, .attribute, .command, .message, .fileName: false
    }
  }

  /// Whether it is a word of a technology's own that holds nothing of anybody.
  var isTechnical: Bool {
    if case .attribute(let name) = self { TextSite.technical.contains(name) } else { false }
  }

  /// From how many words on the text is prose; nil where it is never.
  var fewestWordsOfProse: Int? {
    switch self {
    case .argument, .value: Prose.fewestWritten
    case .name, .attribute, .message, .shown: Prose.fewestRead
    case .title, .document, .query, .address, .command, .cell, .fileName: nil
    }
  }

  private static let technical: Set<String> = ["tag", "type", "role", "autocomplete"]
}
