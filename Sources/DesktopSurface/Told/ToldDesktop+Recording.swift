import Surfaces
import Trace

/// Takes what applications tell, one after the other.
extension ToldDesktop {
  func take(_ change: AccessibilityChange) async {
    // Nothing is taken that nobody was told of, not even until the recorder looks again.
    guard state == .recording, await indicator.isShown else { return }
    switch change.kind {
    case .focusGained: await focusMoved(change)
    case .textInserted, .textDeleted, .valueChanged: await typed(change)
    case .selectionChanged: await chosen(change)
    case .stateChanged(.checked, let isOn): await checked(change, isOn)
    case .stateChanged(.armed, true): await pressed(change)
    case .windowActivated: await opened(change)
    case .windowDeactivated: await finishTyping()
    case .windowClosed, .stateChanged(.showing, false): await closed(change.source)
    default: return
    }
  }

  /// What a change is about, in a granted window; nil also where the application does not tell in time.
  func told(_ change: AccessibilityChange, of accessible: Accessible? = nil) async -> (ToldElement, Place)? {
    let began = ContinuousClock.now
    if let process = change.process, silent[process]?.isLeftAlone(at: began) == true { return nil }
    let told = await looking.told(accessible ?? change.source, by: change)
    if let process = change.process {
      let isLate = told == nil && ContinuousClock.now - began >= looking.limit
      silent[process] = isLate ? Silence(times: (silent[process]?.times ?? 0) + 1, last: .now) : nil
    }
    guard let told, let place = await granted(told.window) else { return nil }
    return (told, place)
  }

  private func opened(_ change: AccessibilityChange) async {
    // The first look at a window tells that it is open.
    _ = await told(change)
  }

  private func focusMoved(_ change: AccessibilityChange) async {
    if let typing, typing.seen?.accessible == change.source { return }
    await finishTyping()
    // It has come back to where it was: what is known of that is from before whatever is typed now.
    if focused?.seen.accessible == change.source { return }
    focused = await told(change)?.0
  }

  private func checked(_ change: AccessibilityChange, _ isOn: Bool) async {
    let time = clock.now()
    guard let (told, place) = await told(change) else { return }
    var element = told.seen.element
    // A box that is set without having the focus was set by its application, or with another of its group.
    guard element.isBox, element.states.contains(.focused) || element.isChoice else { return }
    if element.role == .radio || element.role == "menuitemradio", !isOn { return }
    await finishTyping()
    if isOn { element.states.remove(.checked) } else { element.states.insert(.checked) }
    emit(.action(.check(isOn)), at: time, in: place, element: element)
  }

  private func pressed(_ change: AccessibilityChange) async {
    let time = clock.now()
    guard let (told, place) = await told(change), [.button, .link].contains(told.seen.element.role) else { return }
    await finishTyping()
    emit(.action(.click(Click())), at: time, in: place, element: told.seen.element)
  }

  /// Hands an event on.
  func emit(_ occurrence: Event.Occurrence, at time: Moment, in place: Place, element: Element? = nil) {
    guard state == .recording else { return }
    feed.emit { id in
      Event(
        id: id, time: time, surface: .desktop, place: place, occurrence: occurrence, element: element, agent: .person)
    }
  }
}
