import Trace

/// A part of what was demonstrated: a step, or a loop with the rounds that were shown of it.
indirect enum TracePart: Sendable {
  case step(Step)
  /// The whole rounds, and the one that was only begun.
  case loop([[TracePart]], begun: [TracePart])

  /// The step that it begins with.
  var first: Step? {
    switch self {
    case .step(let step): step
    case .loop(let rounds, _): rounds.first?.first?.first
    }
  }

  var step: Step? { if case .step(let step) = self { step } else { nil } }
  var rounds: [[TracePart]]? { if case .loop(let rounds, _) = self { rounds } else { nil } }

  /// Whether it does the same as an earlier part: to the same element, or to the item after that one.
  func isAlike(_ other: TracePart) -> Bool {
    switch (self, other) {
    case (.step(let step), .step(let earlier)): step.isAlike(earlier)
    case (.loop(let own, _), .loop(let others, _)):
      own.first.map(\.count) == others.first.map(\.count)
        && zip(own.first ?? [], others.first ?? []).allSatisfy { part, earlier in
          switch (part, earlier) {
          case (.step(let step), .step(let other)): step.isOfOneKind(with: other)
          default: part.isAlike(earlier)
          }
        }
    default: false
    }
  }
}

extension Step {
  /// Whether it does the same as an earlier one, to the same element or to another item of the same list.
  func isAlike(_ earlier: Step) -> Bool {
    guard hasSameAction(as: earlier) else { return false }
    guard let element, let other = earlier.element else { return element == nil && earlier.element == nil }
    if isNextItem(after: earlier) || element.name != other.name && isOtherItem(than: earlier) { return true }
    return element.name == other.name && element.isOfOneKind(with: other)
      && element.surroundings.label == other.surroundings.label
      && (element.surroundings.rowIndex == nil || element.surroundings.rowIndex == other.surroundings.rowIndex)
  }

  /// Whether it does the same to an element of the same kind, whichever it is.
  func isOfOneKind(with other: Step) -> Bool {
    guard hasSameAction(as: other) else { return false }
    guard let element, let otherElement = other.element else { return element == nil && other.element == nil }
    return ItemKind(element) == ItemKind(otherElement)
      && (element.isOfOneKind(with: otherElement) || element.surroundings.rowIndex != nil)
  }

  private func hasSameAction(as other: Step) -> Bool {
    guard surface == other.surface, place.application == other.place.application else { return false }
    switch (action, other.action) {
    case (.press(let chord), .press(let otherChord)): return chord == otherChord
    case (.check(let on), .check(let otherOn)): return on == otherOn
    case (.navigate(let address, let cause), .navigate(let otherAddress, let otherCause)):
      return cause == otherCause && (cause == .back || PathTemplate(address) == PathTemplate(otherAddress))
    default: return action.verb == other.action.verb
    }
  }
}

extension TracePart {
  /// Whether it does the same, wherever in a list and on whichever page.
  func isOfOneKind(with other: TracePart) -> Bool {
    guard let step, let otherStep = other.step else { return isAlike(other) }
    return step.isOfOneKind(with: otherStep)
  }
}

extension Element {
  fileprivate func isOfOneKind(with other: Element) -> Bool {
    role == other.role && attributes["tag"] == other.attributes["tag"]
      && attributes["name"] == other.attributes["name"]
      && attributes["id"]?.withoutNumbers == other.attributes["id"]?.withoutNumbers
  }
}
