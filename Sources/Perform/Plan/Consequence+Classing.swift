public import Trace

extension Consequence {
  /// The consequence of a step, judged by what the demonstrations showed followed it and by what it acts on.
  ///
  /// Evidence first: a form that was sent, a dialog that asked, a document reached by something other than a link.
  /// Then the element: what sends forms by its type. Words come last and can only make it graver.
  public init(of template: StepTemplate) {
    let elements = template.target?.examples ?? []
    let own = Consequence(of: template.action, on: elements.first)
    let graver = elements.map { Consequence(of: template.action, on: $0) }.max() ?? own
    self = max(graver, Consequence(following: template.effects, on: elements.first, action: template.action))
  }

  /// The consequence of an action on an element as it is now, before it is known what will follow.
  public init(of action: Action, on element: Element?) {
    switch action {
    case .scroll, .copy, .openTab, .switchTab: self = .reads
    case .navigate: self = .reads
    case .closeTab, .fill, .select, .check, .cut, .paste: self = .reversible
    case .upload, .submit, .run: self = .irreversible
    case .answer(let accepted, _): self = accepted ? .irreversible : .reversible
    case .drag: self = .irreversible
    case .press(let chord): self = Consequence(of: chord)
    case .click(let click):
      if click.button == .right { self = .reads } else { self = Consequence(ofClicking: element) }
    }
  }

  private init(of chord: Chord) {
    let moving: Set<String> = [
      "Tab", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown",
    ]
    if moving.contains(chord.key) { self = .reads } else { self = .reversible }
  }

  private init(ofClicking element: Element?) {
    guard let element else {
      self = .reversible
      return
    }
    if Self.sendsForms(element) || Self.saysSo(element) {
      self = .irreversible
    } else if element.role == .link || element.role == .tab || element.attributes["tag"] == "a" {
      self = .reads
    } else {
      self = .reversible
    }
  }

  private init(following effects: [Effect], on element: Element?, action: Action) {
    let followsLinks = element?.role == .link || element?.attributes["tag"] == "a"
    self = .reads
    for effect in effects {
      switch effect {
      case .submitted, .dialog: self = .irreversible
      case .download: self = max(self, .reversible)
      case .windowOpened: continue
      case .navigation:
        // A link, a typed address: looked at. Anything else that leaves the document has sent something.
        switch action {
        case .navigate, .openTab, .switchTab, .closeTab: continue
        case .click where followsLinks: continue
        default: self = .irreversible
        }
      }
    }
  }

  /// What sends its form when it is pressed.
  private static func sendsForms(_ element: Element) -> Bool {
    let type = element.attributes["type"]?.lowercased()
    switch element.attributes["tag"]?.lowercased() {
    case "input": return type == "submit" || type == "image"
    case "button": return type == "submit"
    default: return type == "submit"
    }
  }

  /// Whether its own words say that something is sent or destroyed.
  private static func saysSo(_ element: Element) -> Bool {
    let words = (element.name.isEmpty ? element.text : element.name).lowercased().split { !$0.isLetter }
    // A link named “Reply to all” does it; one named “How we share costs” only tells of it.
    return words.prefix(element.role == .link ? 1 : 5).contains { grave.contains(String($0)) }
  }

  private static let grave: Set<String> = [
    "approve", "buy", "confirm", "delete", "destroy", "discard", "dismiss", "forward", "invite", "merge", "pay", "post",
    "publish", "purchase", "reject", "remove", "reply", "send", "share", "submit", "transfer", "unsubscribe",
  ]
}
