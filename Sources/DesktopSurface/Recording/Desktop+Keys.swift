import Surfaces
import Trace

/// Keys: text, shortcuts, copying and pasting.
extension Desktop {
  func pressed(_ key: PressedKey, _ input: InputEvent) async {
    let time = clock.now()
    rest = nil
    guard let window = input.window, let place = await granted(window) else {
      taking = nil
      flushOpenList()
      await finishTyping()
      return
    }
    flushWheel()
    if let typing, typing.place.window != place.window { await finishTyping() }
    // Asked once for each text: what is typed into stays the same until something ends it.
    let seen = if let typing { typing.seen } else { await focused(in: window, place, at: input.arrival) }
    let use = KeyUse(key, input.modifiers, on: seen?.element, isTyping: typing != nil)
    if seen == nil { noteTyped(key, input, in: window) }
    switch use {
    case .none:
      // In a text the keys that move leave nothing.
      let isText = seen.map { [.textbox, .searchbox, .spinbutton].contains($0.element.role) } ?? false
      if key.name == "Tab" || key.name == "Enter" || (!isText && KeyUse.moving.contains(key.name)) {
        leave(seen, input, place)
      }
    case .typing:
      flushOpenList()
      type(key, input, into: seen, in: place, at: time)
    case .leaving:
      await finishTyping()
      leave(seen, input, place)
    case .cancelling:
      typing = nil
    case .activating:
      flushOpenList()
      await finishTyping()
      await activated(seen, in: place, at: time, input.arrival)
    case .copying, .cutting:
      flushOpenList()
      await finishTyping()
      taking = Taking(
        isCut: use == .cutting, element: seen?.element, place: place, time: time, serverTime: input.serverTime)
      // The clipboard may have told before the key's turn came.
      if let copied { await take(copied) }
    case .pasting:
      flushOpenList()
      await finishTyping(isPasting: true)
      await pasted(into: seen, in: place, at: time, input.arrival)
    case .chord:
      flushOpenList()
      await finishTyping()
      press(key, input.modifiers, on: seen?.element, in: place, at: time)
    }
  }

  /// What has the focus in a window: what was told when it came there, else what is asked now.
  private func focused(
    in window: DesktopWindow, _ place: Place, at time: ContinuousClock.Instant
  ) async -> SeenElement? {
    var seen: SeenElement?
    if let left {
      self.left = nil
      seen = await focused(after: left)
    } else if let known = focus.element(in: place.window, at: time) {
      return known
    }
    if seen == nil { seen = await focusedElement(of: window) }
    focus.note(seen, in: place.window, from: time)
    return seen
  }

  /// Where a key moved the focus to. The application may be behind with its keys: what it tells of first after that key
  /// is where it went, whatever has the focus by now.
  private func focused(after left: LeftElement) async -> SeenElement? {
    let end = left.time + .milliseconds(400)
    var known = 0
    while true {
      let moves = looking.focus.moves(
        ofApplication: left.seen.accessible.bus, isCursor: left.isCell, after: left.time)
      for move in moves.dropFirst(known) {
        known += 1
        // What cannot be described is not where it went, or is looked for in the window.
        guard let element = try? await looking.describe(move), left.isElsewhere(move, element) else { continue }
        return SeenElement(accessible: move, element: element)
      }
      guard ContinuousClock.now < end else { return nil }
      await pause(.milliseconds(4))
    }
  }

  private func leave(_ seen: SeenElement?, _ input: InputEvent, _ place: Place) {
    focus.note(nil, in: place.window, from: input.arrival)
    left = seen.map { LeftElement(seen: $0, time: input.arrival) }
  }

  /// Enter or the space bar on what a click would act on.
  private func activated(
    _ seen: SeenElement?, in place: Place, at time: Moment, _ arrival: ContinuousClock.Instant
  ) async {
    guard let seen else { return }
    if seen.element.isBox { return await checked(seen, in: place, at: time, arrival) }
    emit(
      .action(seen.element.action(of: Click(), at: seen.element.bounds?.center)), at: time, in: place,
      element: seen.element)
  }

  private func type(
    _ key: PressedKey, _ input: InputEvent, into seen: SeenElement?, in place: Place, at time: Moment
  ) {
    var text = typing ?? Typing(place: place, time: time, arrival: input.arrival, seen: seen)
    (text.time, text.arrival) = (time, input.arrival)
    text.add(key, isShortcut: !input.modifiers.isDisjoint(with: [.control, .meta]))
    typing = text
  }

  private func press(
    _ key: PressedKey, _ modifiers: Set<Modifier>, on element: Element?, in place: Place, at time: Moment
  ) {
    let types = key.name.count == 1 && modifiers.isDisjoint(with: [.control, .alt, .meta])
    // What is typed into something unknown counts as secret: not even its keys are kept.
    if types, element == nil { return }
    var held = modifiers
    if key.name.count == 1, !modifiers.contains(.control) { held.remove(.shift) }
    emit(.action(.press(Chord(key.name, modifiers: held))), at: time, in: place, element: element)
  }

  private func pasted(
    into seen: SeenElement?, in place: Place, at time: Moment, _ arrival: ContinuousClock.Instant
  ) async {
    var known: String?
    // An owner that does not answer in time has not said that it is no password.
    do { known = try await board.text() } catch {}
    if seen == nil { notePasted(known, in: place) }
    let action = clipboard.paste(known ?? Withheld(.password).description)
    // A field holds a secret once one was pasted into it.
    if let seen, action.argument.flatMap(Withheld.init) != nil {
      _ = looking.focus.isSecret(seen.accessible, said: true)
      focus.note(nil, in: place.window, from: arrival)
    }
    emit(.action(action), at: time, in: place, element: seen?.element ?? Self.unknown)
  }
}

extension Desktop {
  /// The clipboard holds something new: told where a shortcut asked for it. What a menu copied is not told, and a secret
  /// that was copied before counts as still there.
  func take(_ change: ClipboardChange) async {
    copied = change
    guard let taking, taking.isAnswered(by: change) else { return }
    (self.taking, copied) = (nil, nil)
    var text = Withheld(.password).description
    if !change.isSecret, taking.element?.states.contains(.secret) != true {
      do { text = try await board.text() ?? text } catch {}
    }
    let element = taking.element ?? Self.unknown
    let event = emit(
      .action(taking.isCut ? .cut(text) : .copy(text)), at: taking.time, in: taking.place, element: element)
    clipboard.took(text, from: Clipping(place: taking.place, element: element, event: event))
  }
}
