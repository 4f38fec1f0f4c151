import Trace

// Which elements hold a secret, told by how they are made, never by what is in them.

extension Element {
  /// What kind of secret this element is made to hold; nil for one that holds none.
  var secretKind: WithheldKind? {
    let type = attributes["type"]?.lowercased()
    if type == "password" { return .password }
    if let kind = SecretField.kind(autocomplete: attributes["autocomplete"] ?? "") { return kind }
    if type == "hidden" { return .hidden }
    if let kind = secretKindOfLabel { return kind }
    return states.contains(.secret) ? .password : nil
  }

  /// What a field that can be typed into is announced to hold by what it is called.
  private var secretKindOfLabel: WithheldKind? {
    guard SecretField.typed.contains(role) else { return nil }
    let names = [
      surroundings.label, name, attributes["name"] ?? "", attributes["id"] ?? "", attributes["placeholder"] ?? "",
    ]
    return names.lazy.compactMap { Lexicon.standard.secretKind(ofLabel: $0) }.first
  }

  /// Leaves of a secret element only what it takes to find it again.
  mutating func withholdSecret(_ kind: WithheldKind) {
    states.insert(.secret)
    value = Withheld(kind).description
    attributes = attributes.filter { SecretField.identifying.contains($0.key) }
    options = []
    // What contains the field may be named by its content.
    surroundings.row = ""
    for index in ancestors.indices {
      ancestors[index].attributes = ancestors[index].attributes.filter { SecretField.identifying.contains($0.key) }
      if !SecretField.namedByAuthor.contains(ancestors[index].role) { ancestors[index].name = "" }
    }
  }
}

/// Tells a field apart from the others of a session, as long as it is there.
struct SecretField: Sendable, Hashable {
  var document: String
  var identity: String

  /// Names the field of an event; nil for one that nothing tells apart.
  init?(_ element: Element, in place: Place) {
    let identity = element.attributes["id"].map { "#" + $0 } ?? element.attributes["name"] ?? ""
    guard !identity.isEmpty else { return nil }
    document = place.innermostDocument
    self.identity = identity
  }

  /// The kind of secret that an `autocomplete` attribute announces: `cc-*`, `*-password`, `one-time-code`.
  static func kind(autocomplete: String) -> WithheldKind? {
    for token in autocomplete.lowercased().split(whereSeparator: \.isWhitespace) {
      if token.hasPrefix("cc-") { return .card }
      if token.hasSuffix("-password") { return .password }
      if token == "one-time-code" { return .code }
    }
    return nil
  }

  /// Roles of what a person types into.
  static let typed: Set<Role> = [.textbox, .searchbox, .spinbutton, "textbox multiline", "password text", "entry"]

  /// Attributes that say which field it is and never what is in it.
  static let identifying: Set<String> = [
    "tag", "id", "name", "type", "class", "autocomplete", "placeholder", "role", "for", "data-testid", "data-test",
    "aria-label", "title",
  ]

  /// Roles whose accessible name comes from what a page's author wrote, not from the content.
  static let namedByAuthor: Set<Role> = [
    "form", "group", "dialog", "main", "navigation", "region", "search", "banner", "complementary", "article",
    "radiogroup", "toolbar", "tablist", "tabpanel", "table", "grid", "list",
  ]
}
