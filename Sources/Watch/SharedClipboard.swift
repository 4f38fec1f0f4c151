import Surfaces
import Trace

/// The one clipboard of all surfaces: what is copied on one and pasted on another is one flow of data.
///
/// Each surface knows only its own copies, under its own numbers. Here they get the journal's, and a paste without a
/// source gets that of another surface where it is the same text.
struct SharedClipboard: Sendable {
  /// What was copied last, on any surface.
  private struct Copy: Sendable {
    var text: String
    var source: Clipping
  }

  private var last: Copy?
  private var memory = ClipboardMemory()
  /// The last copy of each surface's session: its number there, and in the journal where it is.
  private var numbers: [String: (own: EventID, final: EventID?)] = [:]

  /// A paste with its source, where that is known; any other event as it is.
  func traced(_ event: Event) -> Event {
    guard case .action(.paste(let text, let source)) = event.occurrence else { return event }
    var event = event
    if var source {
      source.event = source.event.flatMap { own in
        numbers[own.session].flatMap { $0.own == own ? $0.final : nil }
      }
      event.occurrence = .action(.paste(text, from: source))
    } else if Withheld(text) == nil {
      event.occurrence = .action(action(pasting: text))
    }
    return event
  }

  private func action(pasting text: String) -> Action {
    guard memory.secretText(in: text) != nil, var source = last?.source else { return memory.paste(text) }
    // As from a secret element, so that the guard withholds the text wherever it turns up from now on.
    var element = source.element ?? Element(role: .generic)
    element.states.insert(.secret)
    source.element = element
    return .paste(text, from: source)
  }

  /// Remembers what an event of a surface copied; one that was kept out has no number in the journal.
  mutating func took(_ event: Event, as final: EventID?) {
    guard case .action(let action) = event.occurrence else { return }
    switch action {
    case .copy(let text), .cut(let text):
      numbers[event.id.session] = (event.id, final)
      remember(Copy(text: text, source: Clipping(place: event.place, element: event.element, event: final)))
    default: return
    }
  }

  /// Forgets the numbers from `first` on, which other events will get. A secret stays one.
  mutating func forget(from first: EventID) {
    numbers = numbers.mapValues { ($0.own, $0.final.flatMap { $0 < first ? $0 : nil }) }
    guard var copy = last, let event = copy.source.event, event >= first else { return }
    copy.source.event = nil
    remember(copy)
  }

  private mutating func remember(_ copy: Copy) {
    last = copy
    memory.took(copy.text, from: copy.source)
  }
}
