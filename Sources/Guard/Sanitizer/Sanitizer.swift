public import Trace

/// The one way into the journal: what is out of scope is dropped, what is secret is replaced, in every copy.
///
/// ```swift
/// var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: keys.pseudonymKey))
/// if let event = sanitizer.sanitize(captured) { try await journal.append([event]) }
/// ```
///
/// It remembers, for as long as it lives, which fields have held a password and which secrets were seen: use one for
/// a whole recording session, for all its surfaces. Events are numbered by whoever records; an event that is dropped
/// here should not use up a number.
public struct Sanitizer: Sendable {
  /// What is granted now. An event is kept when one of them contains its place; pictures and prose are kept when one
  /// of those that contain it lets them.
  public var scopes: [Scope]

  private let pseudonyms: Pseudonyms
  private let redactor: Redactor
  private let rules: OwnRules
  private var redacted = RedactedTexts()
  private var secretFields: [SecretField: WithheldKind] = [:]
  private var knownSecrets = KnownSecrets()
  private var maskedFrames = MaskedFrames()

  /// - Parameter rules: the person's own, which come before those of the redactor.
  public init(
    scopes: [Scope], pseudonyms: Pseudonyms, redactor: Redactor = Redactor(), rules: OwnRules = OwnRules()
  ) {
    self.scopes = scopes.map { scope in
      var scope = scope
      scope.excluded += rules.denied
      return scope
    }
    self.pseudonyms = pseudonyms
    self.redactor = redactor
    self.rules = rules
  }

  /// The event as it may be written; nil where nothing of it may.
  public mutating func sanitize(_ event: Event) -> Sanitized<Event>? {
    guard let granted = grants(for: event) else { return nil }
    var event = event
    if event.isBlank {
      event.place.title = ""
      event.frame = nil
    }
    guard withholdSecrets(in: &event) else { return nil }
    withholdElsewhere(in: &event)
    keepFrame(in: &event, where: granted.contains(where: \.keepsFrames))
    let keepsText = granted.contains(where: \.keepsText)
    withholdTexts(in: &event, keepsText: keepsText)
    maskFrame(of: &event, keepsText: keepsText)
    return Sanitized(event)
  }

  /// An element that is on a surface now, as it would be written: what stands in for a value is the same as in the
  /// journal, so that the two can be compared.
  public mutating func sanitize(_ element: Element, in place: Place, on surface: SurfaceKind, at time: Moment)
    -> Element?
  {
    let event = Event(
      id: EventID(session: "", sequence: 0), time: time, surface: surface, place: place,
      occurrence: .action(.click(Click())),
      element: element)
    return sanitize(event)?.value.element
  }
}

// MARK: - Scope

extension Sanitizer {
  /// The scopes that contain the event; nil where none does.
  private func grants(for event: Event) -> [Scope]? {
    let containing = scopes.filter { $0.contains(event.place, on: event.surface, at: event.time) }
    if !containing.isEmpty { return containing }
    // A window without content shows nothing of any place: opening or closing it, or a gap, may be told.
    let granted = scopes.filter { $0.surfaces.contains(event.surface) && $0.holds(at: event.time) }
    return !granted.isEmpty && event.isBlank ? granted : nil
  }

  /// Removes what tells of places that are not in scope: addresses opened, and where pasted text came from.
  private func withholdElsewhere(in event: inout Event) {
    let elsewhere = Withheld(.elsewhere).description
    func address(_ text: String) -> String {
      Place.isBlank(text) || scopes.contains { $0.mentions(text) } ? text : elsewhere
    }
    switch event.occurrence {
    case .action(.navigate(let target, let cause)):
      event.occurrence = .action(.navigate(address(target), cause: cause))
    case .signal(.navigation(let target, let cause)):
      event.occurrence = .signal(.navigation(to: address(target), cause: cause))
    case .action(.paste(let text, let clipping?)):
      let isInScope = scopes.contains { scope in
        scope.surfaces.contains { scope.contains(clipping.place, on: $0, at: event.time) }
      }
      if !isInScope { event.occurrence = .action(.paste(text, from: nil)) }
    default: break
    }
  }
}

// MARK: - Texts

extension Sanitizer {
  /// Withholds in every text what the rules find, the prose that may not be kept, and copies of known secrets.
  private mutating func withholdTexts(in event: inout Event, keepsText: Bool) {
    var redacted = redacted
    var known = knownSecrets
    var isNew = false
    event.rewriteTexts { site, text in
      let result = withheld(text, at: site, keepsText: keepsText, knowing: known, &redacted)
      for secret in result.secrets where known.insert(secret.value, token: secret.token) { isNew = true }
      return result.text
    }
    // A secret may stand in what was gone through before it was known.
    if isNew { event.rewriteTexts { _, text in known.withheld(in: text) } }
    self.redacted = redacted
    knownSecrets = known
  }

  private func withheld(
    _ text: String, at site: TextSite, keepsText: Bool, knowing known: KnownSecrets, _ redacted: inout RedactedTexts
  ) -> RedactedText {
    guard !text.isEmpty, !site.isTechnical else { return RedactedText(text: text) }
    let text = rules.withheld(in: known.withheld(in: text), with: pseudonyms)
    if !keepsText, let words = site.fewestWordsOfProse, let prose = Prose.withheld(text, from: words) {
      return RedactedText(text: prose.description)
    }
    return redacted.text(for: site, text) {
      redactor.redaction(
        of: text, under: site.label, isValue: site.isValue, with: pseudonyms, allowing: rules.allowedTexts)
    }
  }

  /// Paints over what a picture shows that may not be kept; without pixels that can be painted over there is no picture.
  private mutating func maskFrame(of event: inout Event, keepsText: Bool) {
    guard let drawn = event.frame?.drawn, !drawn.isEmpty else { return }
    event.frame?.drawn = []
    var areas: [Bounds] = []
    for text in drawn {
      guard let words = text.text else {
        areas += text.bounds
        continue
      }
      let site: TextSite = text.label.isEmpty ? .name : .shown(label: text.label)
      let result = withheld(words, at: site, keepsText: keepsText, knowing: knownSecrets, &redacted)
      for secret in result.secrets { knownSecrets.insert(secret.value, token: secret.token) }
      if result.text != words { areas += text.bounds }
    }
    if !areas.isEmpty { event.frame = event.frame.flatMap { maskedFrames.frame($0, covering: areas) } }
  }
}

// MARK: - Secrets

extension Sanitizer {
  /// The kind of secret an element holds or has held.
  private mutating func secretKind(of element: Element, in place: Place) -> WithheldKind? {
    let field = SecretField(element, in: place)
    if let kind = element.secretKind {
      if let field, secretFields[field] == nil { secretFields[field] = kind }
      return kind
    }
    return field.flatMap { secretFields[$0] } ?? (rules.withholds(element, in: place) ? .ruled : nil)
  }

  /// Replaces what is in secret elements; false where the event is nothing but a part of a secret.
  private mutating func withholdSecrets(in event: inout Event) -> Bool {
    if let element = event.element, let kind = secretKind(of: element, in: event.place) {
      let token = Withheld(kind).description
      for value in [element.value, element.attributes["value"], event.action?.secretArgument] {
        if let value, !Withheld.isContained(in: value) { knownSecrets.insert(value, token: token) }
      }
      event.element?.withholdSecret(kind)
      if case .action(let action) = event.occurrence {
        guard let withheld = action.withholding(token) else { return false }
        event.occurrence = .action(withheld)
      }
      if let bounds = element.bounds, event.frame?.masked?.contains(where: bounds.intersects) != true {
        event.frame = nil
      }
    }
    switch event.occurrence {
    case .action(.drag(var target)):
      guard let kind = secretKind(of: target, in: event.place) else { break }
      target.withholdSecret(kind)
      event.occurrence = .action(.drag(to: target))
    case .action(.paste(let text, var clipping?)):
      guard let source = clipping.element, let kind = secretKind(of: source, in: clipping.place) else { break }
      let token = Withheld(kind).description
      knownSecrets.insert(text, token: token)
      clipping.element?.withholdSecret(kind)
      event.occurrence = .action(.paste(token, from: clipping))
    default: break
    }
    return true
  }

  /// Drops a picture that is not granted, or of which the surface could not tell what is secret in it.
  private func keepFrame(in event: inout Event, where isGranted: Bool) {
    if !isGranted || event.frame?.masked == nil { event.frame = nil }
  }
}

extension Action {
  /// What was given to the action that may be the secret itself.
  var secretArgument: String? {
    switch self {
    case .fill(let text), .copy(let text), .cut(let text), .paste(let text, _): text
    case .select, .press, .upload, .answer, .navigate, .run, .click, .check, .drag, .scroll, .openTab, .closeTab,
      .switchTab, .submit:
      nil
    }
  }

  /// The action on a secret element with a token for what it holds; nil for a key that is a part of the secret.
  func withholding(_ token: String) -> Action? {
    switch self {
    case .fill(let text): .fill(text.isEmpty ? "" : token)
    case .copy: .copy(token)
    case .cut: .cut(token)
    case .paste(_, let clipping): .paste(token, from: clipping)
    case .select: .select([token])
    case .press(let chord) where chord.key.count == 1 && chord.modifiers.isSubset(of: [.shift]): nil
    case .answer(let accepted, .some): .answer(accepted: accepted, text: token)
    case .upload, .navigate, .run, .answer, .click, .check, .drag, .scroll, .press, .openTab, .closeTab, .switchTab,
      .submit:
      self
    }
  }
}

extension Event {
  /// Whether the event tells of no place's content: a window without a document that was opened, left or closed, or a
  /// gap in what was recorded.
  var isBlank: Bool {
    guard Place.isBlank(place.document), place.frames.isEmpty, !place.isPrivate, element == nil else { return false }
    return switch occurrence {
    case .action(.openTab), .action(.closeTab), .action(.switchTab), .action(.navigate): true
    case .signal(.gap), .signal(.notRecorded), .signal(.windowOpened), .signal(.windowClosed): true
    case .signal(.navigation): true
    case .action, .signal: false
    }
  }
}

extension Place {
  /// Whether a document is an empty one, as a new tab shows.
  static func isBlank(_ document: String) -> Bool {
    ["", "about:blank", "chrome://newtab/", "chrome://new-tab-page/"].contains(document)
  }
}
