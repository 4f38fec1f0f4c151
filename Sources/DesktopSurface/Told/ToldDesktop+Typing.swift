import Surfaces
import Trace

/// Texts, numbers and choices, told once they are whole.
extension ToldDesktop {
  func typed(_ change: AccessibilityChange) async {
    let time = clock.now()
    if typing?.seen?.accessible != change.source { await begin(change, at: time) }
    guard var typed = typing, typed.seen?.accessible == change.source else { return }
    let before = typed.text
    typed.text = before.flatMap { change.kind.edited($0) }
    // Who presses Enter in a field may be answered by its being emptied: what stood in it was entered all the same.
    if case .textDeleted(_, let length, _) = change.kind, length > 1, typed.text == "", let before,
      let seen = typed.seen, before != seen.element.value
    {
      emit(.action(.fill(before)), at: typed.time, in: typed.place, element: seen.element)
      typed.seen?.element.value = before
    }
    (typed.time, typed.arrival) = (time, change.arrival)
    typing = typed
  }

  /// Something begins to be entered, if a person can be: into what has the focus.
  private func begin(_ change: AccessibilityChange, at time: Moment) async {
    if focused?.seen.accessible != change.source {
      guard let (told, _) = await told(change) else { return await beginUnknown(change, at: time) }
      guard told.seen.element.states.contains(.focused) else { return }
      focused = told
      // It was looked at after it had changed.
      focused?.seen.element.value = told.seen.element.value.flatMap { change.kind.undone($0) }
    }
    guard let focused, focused.seen.element.isTypedInto, !focused.seen.element.states.contains(.readonly),
      !focused.isWrittenByPrograms, let place = await granted(focused.window)
    else { return }
    await finishTyping()
    typing = Typing(
      place: place, time: time, arrival: change.arrival, seen: focused.seen, keys: nil, isChanged: true,
      text: focused.seen.element.value)
  }

  /// Nobody says what it is typed into: it counts as a secret.
  private func beginUnknown(_ change: AccessibilityChange, at time: Moment) async {
    guard let focused, focused.seen.accessible.bus == change.source.bus, let place = await granted(focused.window)
    else { return }
    await finishTyping()
    typing = Typing(
      place: place, time: time, arrival: change.arrival,
      seen: SeenElement(accessible: change.source, element: Desktop.unknown), keys: nil, isChanged: true)
  }

  func finishTyping() async {
    guard let typed = typing else { return }
    typing = nil
    guard let seen = typed.seen, !typed.isSecret else {
      var element = typed.element ?? Desktop.unknown
      element.value = nil
      return emit(.action(.fill(Withheld(.password).description)), at: typed.time, in: typed.place, element: element)
    }
    var value: String?
    // A field that is gone with its dialog has told its text before.
    do { value = try await looking.describe(seen.accessible).value } catch {}
    guard let text = typed.filled(saying: value) else {
      return emit(
        .signal(.notRecorded("What was typed here is not known: the application did not tell.")), at: typed.time,
        in: typed.place)
    }
    if focused?.seen.accessible == seen.accessible { focused?.seen.element.value = text }
    guard text != seen.element.value else { return }
    let action: Action = seen.element.role == .combobox && !seen.element.options.isEmpty ? .select([text]) : .fill(text)
    emit(.action(action), at: typed.time, in: typed.place, element: seen.element)
  }

  /// Something else was chosen in a list, or another tab.
  func chosen(_ change: AccessibilityChange) async {
    let time = clock.now()
    // Where nobody is, a list was changed by its application.
    guard let (list, place) = await told(change),
      list.window.isActive || focused?.seen.accessible == change.source
    else { return }
    switch list.seen.element.role {
    case .combobox:
      await finishTyping()
      var element = list.seen.element
      guard let value = element.value, !element.states.contains(.secret) else { return }
      // Some toolkits tell of one choice twice.
      guard selected != SeenElement(accessible: change.source, element: element) else { return }
      selected = SeenElement(accessible: change.source, element: element)
      element.value = focused?.seen.accessible == change.source ? focused?.seen.element.value : nil
      // It was looked at only after it had changed: what was there before is not known.
      if element.value == value { element.value = nil }
      if focused?.seen.accessible == change.source { focused?.seen.element.value = value }
      emit(.action(.select([value])), at: time, in: place, element: element)
    case "tablist":
      guard let tab = await looking.chosen(in: change.source), let (told, _) = await told(change, of: tab) else {
        return
      }
      await finishTyping()
      emit(.action(.click(Click())), at: time, in: place, element: told.seen.element)
    default: return
    }
  }
}

extension AccessibilityChange.Kind {
  /// A text after this change; nil where that cannot be said.
  fileprivate func edited(_ text: String) -> String? {
    let letters = Array(text.unicodeScalars)
    switch self {
    case .textInserted(let offset, _, let inserted?) where (0...letters.count).contains(offset):
      return String(letters[..<offset]) + inserted + String(letters[offset...])
    case .textDeleted(let offset, let length, _) where offset >= 0 && length >= 0 && offset + length <= letters.count:
      return String(letters[..<offset]) + String(letters[(offset + length)...])
    default: return nil
    }
  }

  /// A text before this change; nil where that cannot be said.
  fileprivate func undone(_ text: String) -> String? {
    switch self {
    case .textInserted(let offset, let length, _):
      AccessibilityChange.Kind.textDeleted(offset: offset, length: length, text: nil).edited(text)
    case .textDeleted(let offset, let length, let deleted):
      AccessibilityChange.Kind.textInserted(offset: offset, length: length, text: deleted).edited(text)
    default: nil
    }
  }
}

extension String {
  fileprivate init(_ letters: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    self.init(view)
  }
}
