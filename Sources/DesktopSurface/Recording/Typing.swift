import Trace

/// Text that goes into one element, key by key, until something else is done.
struct Typing: Sendable {
  var place: Place
  var time: Moment
  /// When its latest key was read.
  var arrival: ContinuousClock.Instant
  /// As the element was when the typing began; nil where the application did not tell.
  var seen: SeenElement?
  /// What the keys alone have typed; nil once a key was pressed whose effect only the element can tell.
  var keys: String? = ""
  /// Whether a key may have changed the text, and not only moved in it.
  var isChanged = false
  /// What the element held when it last told of a change.
  var text: String?

  var element: Element? { seen?.element }
  var isSecret: Bool { element?.states.contains(.secret) ?? true }
  var isCell: Bool { element?.role == .gridcell && element?.attributes["cell"] != nil }
  /// Whether Enter is a part of the text.
  var takesLines: Bool { element?.attributes["multiline"] == "true" }

  mutating func add(_ key: PressedKey, isShortcut: Bool) {
    if isShortcut || KeyUse.moving.contains(key.name) {
      isChanged = isChanged || isShortcut && !KeyUse.moving.contains(key.name) || element?.role != .textbox
      keys = nil
      return
    }
    isChanged = true
    switch key.name {
    case "Backspace": keys = keys.flatMap { $0.isEmpty ? nil : String($0.dropLast()) }
    case "Enter": keys = keys.map { $0 + "\n" }
    default: keys = key.text.isEmpty || key.name == "Unidentified" ? nil : keys.map { $0 + key.text }
    }
  }
}

extension Typing {
  /// What was entered into a cell that shows `value` now.
  ///
  /// A sheet shows dates and numbers in its own way and completes words: what was typed counts, unless it went on.
  func entered(showing value: String) -> String {
    guard let keys, !keys.isEmpty else { return text.flatMap { $0.hasPrefix("=") ? $0 : nil } ?? value }
    return !keys.hasPrefix("=") && value.lowercased().hasPrefix(keys.lowercased()) ? value : keys
  }

  /// What the field held before a paste that it may have taken already.
  var textBeforePaste: String? { element?.value?.isEmpty ?? true ? keys ?? text : text }

  /// The element as it was before `text` was typed: one that was looked at late may have held the first of it already.
  func elementBefore(_ element: Element, _ text: String) -> Element {
    var element = element
    if let keys, keys == text, let value = element.value, keys.hasPrefix(value) { element.value = "" }
    return element
  }

  /// What stands in a field that says `value` now; an application that is behind has not put all keys in yet.
  func filled(saying value: String?) -> String? {
    guard let value = value ?? text else { return nil }
    guard let keys, element?.value?.isEmpty ?? true, keys.hasPrefix(value) else { return value }
    return keys
  }
}
