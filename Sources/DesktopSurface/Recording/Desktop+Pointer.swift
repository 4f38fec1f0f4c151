import Surfaces
import Trace

/// Clicks, drags, choices and the wheel.
extension Desktop {
  func pressed(_ button: Click.Button, at point: Point, _ input: InputEvent) async {
    let time = clock.now()
    flushWheel()
    pressed = nil
    left = nil
    if input.window?.isPopup != true { await awaitFollows() }
    // A list that the press itself has opened may lie under the pointer by now.
    if hovered.map({ $0.arrival < input.arrival || input.window?.isPopup == true }) ?? false,
      let choice = taken(at: point, time)
    {
      await finishTyping()
      return press(button, at: point, input, choice.seen, in: choice.place, at: time)
    }
    guard let window = input.window, let place = await granted(window) else {
      taking = nil
      flushOpenList()
      await finishTyping()
      return
    }
    var look = await look(at: point, in: window, pressedBy: input)
    if look.isEmpty, window.isPopup { look.seen = await lateChoice(at: point, time) }
    await finishTyping()
    hovered = nil
    press(button, at: point, input, look.seen, in: place, at: time)
    pressed?.reading = read(look, by: button, at: point, in: window)
  }

  /// Waits until what the pointer was on before a press is known: the press may have closed the menu that it was in.
  private func awaitFollows() async {
    let end = ContinuousClock.now + .milliseconds(200)
    while follows > 0, ContinuousClock.now < end { await pause(.milliseconds(2)) }
  }

  /// The choice of a menu that a press takes.
  private func taken(at point: Point, _ time: Moment) -> Hovered? {
    guard let choice = hovered, choice.isTaken(by: point, at: time) else { return nil }
    hovered = nil
    return choice
  }

  /// A menu that was gone before it could be looked at: what the pointer was on in it may still be on its way.
  private func lateChoice(at point: Point, _ time: Moment) async -> SeenElement? {
    let end = ContinuousClock.now + .milliseconds(300)
    while ContinuousClock.now < end {
      if let choice = taken(at: point, time) { return choice.seen }
      await pause(.milliseconds(4))
    }
    return nil
  }

  private func press(
    _ button: Click.Button, at point: Point, _ input: InputEvent, _ seen: SeenElement?, in place: Place, at time: Moment
  ) {
    pressed = Press(
      button: button, point: point, place: place, seen: seen, modifiers: input.modifiers, time: time,
      arrival: input.arrival, serverTime: input.serverTime)
  }

  func released(_ button: Click.Button, at point: Point, _ input: InputEvent) async {
    guard let press = pressed, press.button == button else { return }
    pressed = nil
    if abs(press.point.x - point.x) + abs(press.point.y - point.y) > Self.dragDistance {
      await dragged(press, to: point)
    } else {
      await clicked(press)
    }
  }

  /// How far the pointer goes between press and release for it to be a drag, in pixels.
  private static let dragDistance = 10.0

  private func dragged(_ press: Press, to point: Point) async {
    flushOpenList()
    guard let window = await window(at: point), await granted(window) != nil,
      let end = await element(at: point, in: window)
    else {
      emit(
        .signal(.notRecorded("Something was dragged to where nothing may be recorded, or nothing is told.")),
        at: press.time, in: press.place)
      return
    }
    // Within one element the text was marked, or a bar moved: what comes of it is told by itself.
    guard end.accessible != press.seen?.accessible else { return await clicked(press) }
    emit(.action(.drag(to: end.element)), at: press.time, in: press.place, element: press.seen?.element ?? Self.unknown)
  }

  private func clicked(_ press: Press) async {
    defer {
      lastClick = LastClick(
        point: press.point, window: press.place.window, button: press.button, serverTime: press.serverTime)
    }
    let isSecond = lastClick?.isFollowed(by: press) ?? false
    let click = Click(button: press.button, count: isSecond ? 2 : 1, modifiers: press.modifiers)
    guard let element = press.seen?.element else {
      flushOpenList()
      if let reading = press.reading { return tell(click, of: press, reading: reading) }
      emit(.action(.click(click)), at: press.time, in: press.place, element: Self.unknown)
      return
    }
    if press.button == .left, let openList, element.isChoice(of: openList.element) {
      self.openList = nil
      emit(.action(.select([element.name])), at: openList.time, in: openList.place, element: openList.element)
      return
    }
    flushOpenList()
    if press.button == .left, element.role == .combobox, !element.states.contains(.disabled) {
      openList = OpenList(click: click, element: element, place: press.place, time: press.time)
      return
    }
    if press.button == .left, element.takesFocus {
      focus.note(press.seen, in: press.place.window, from: press.arrival)
    }
    if press.button == .left, click.count == 1, element.isBox, let seen = press.seen {
      return await checked(seen, in: press.place, at: press.time, press.arrival)
    }
    emit(
      .action(element.action(of: click, at: press.point)), at: press.time, in: press.place, element: element)
  }

  /// A box may have changed before it could be looked at, or not yet: what it was set to, as it told, is what counts.
  func checked(
    _ seen: SeenElement, in place: Place, at time: Moment, _ arrival: ContinuousClock.Instant
  ) async {
    var element = seen.element
    let isOn = await isOn(seen, since: arrival)
    if isOn { element.states.remove(.checked) } else { element.states.insert(.checked) }
    emit(.action(.check(isOn)), at: time, in: place, element: element)
    // The next look at it is a key's, that must know what it was set to.
    if isOn { element.states.insert(.checked) } else { element.states.remove(.checked) }
    focus.note(SeenElement(accessible: seen.accessible, element: element), in: place.window, from: arrival)
  }

  private func isOn(_ seen: SeenElement, since arrival: ContinuousClock.Instant) async -> Bool {
    let was = seen.element.states.contains(.checked)
    if seen.element.role == .radio || seen.element.role == "menuitemradio" { return true }
    // A menu closes with the choice, and says what was set when it is opened again.
    if seen.element.role == "menuitemcheckbox" { return !was }
    let end = ContinuousClock.now + .milliseconds(150)
    while ContinuousClock.now < end {
      if let isOn = looking.focus.takeChange(ofBox: seen.accessible, after: arrival) { return isOn }
      await pause(.milliseconds(4))
    }
    // What is gone with its dialog says no more: what was clicked in it has changed.
    let now = try? await looking.describe(seen.accessible)
    return now?.states.contains(.checked) ?? !was
  }

  /// A list that was opened, and in which nothing was chosen.
  func flushOpenList() {
    guard let list = openList else { return }
    openList = nil
    emit(.action(.click(list.click)), at: list.time, in: list.place, element: list.element)
  }

  func turned(x: Int, y: Int, at point: Point, _ input: InputEvent) async {
    let time = clock.now()
    // Something else comes under the pointer.
    rest = nil
    guard let window = input.window, let place = await granted(window) else { return flushWheel() }
    if var turn = wheel, turn.place == place, input.serverTime &- turn.serverTime <= 400 {
      turn.x += x
      turn.y += y
      (turn.time, turn.serverTime) = (time, input.serverTime)
      wheel = turn
      return
    }
    flushWheel()
    flushOpenList()
    await finishTyping()
    wheel = WheelTurn(x: x, y: y, place: place, time: time, serverTime: input.serverTime)
  }

  func flushWheel() {
    guard let turn = wheel else { return }
    wheel = nil
    emit(
      .action(.scroll(x: Double(turn.x) * WheelTurn.tick, y: Double(turn.y) * WheelTurn.tick)), at: turn.time,
      in: turn.place)
  }

  private func window(at point: Point) async -> DesktopWindow? {
    // The stream of input ends by itself where the server is gone.
    do { return try await windowSystem.window(at: point) } catch { return nil }
  }
}

extension Element {
  /// Whether it is one of the choices of a list that was opened.
  fileprivate func isChoice(of list: Element) -> Bool {
    guard isChoice else { return false }
    return list.options.isEmpty || list.options.contains(name) || ancestors.contains { $0.role == .combobox }
  }

  /// Whether it is something in a menu or list.
  var isChoice: Bool { [.option, .menuitem, "menuitemcheckbox", "menuitemradio"].contains(role) }

  /// Whether a click sets or clears it.
  var isBox: Bool { [.checkbox, .switch, .radio, "menuitemcheckbox", "menuitemradio"].contains(role) }

  /// Whether text goes into it.
  var isTypedInto: Bool { [.textbox, .searchbox, .spinbutton, .combobox, .gridcell].contains(role) }

  /// Whether keys go to it once it was clicked.
  var takesFocus: Bool { isTypedInto || isBox || [.button, .link, .tab, .option, "slider"].contains(role) }

  /// What a click does to it.
  func action(of click: Click, at point: Point?) -> Action {
    // What has no elements inside, and a text of many lines, is told by where it was clicked.
    let isWide = [.generic, "document", .img].contains(role) || attributes["multiline"] == "true" && role == .textbox
    guard isWide, let bounds, let point, bounds.width > 0, bounds.height > 0 else { return .click(click) }
    var click = click
    click.position = Point(x: (point.x - bounds.x) / bounds.width, y: (point.y - bounds.y) / bounds.height)
    return .click(click)
  }
}
