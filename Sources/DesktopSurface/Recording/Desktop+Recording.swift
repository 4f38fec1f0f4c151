import Surfaces
import Trace

/// Takes what the sources tell, one after the other.
extension Desktop {
  func take(_ happening: Happening) async {
    // What the pointer comes to rest on is looked at meanwhile: soon it may be gone.
    if !happening.isRest { await naming?.value }
    switch happening {
    case .window(let change):
      await take(change)
    case .input(let input) where state == .recording:
      await take(input)
      // Where the pointer only rests nothing was done.
      if case .pointerRested = input.kind { return }
      wantPicture(of: input.window.flatMap { $0.isPopup ? $0.owner : $0.id })
    case .change(let change) where state == .recording:
      await take(change)
    case .clipboard(let change) where state == .recording:
      await take(change)
    case .pulse where state == .recording:
      if let wheel, clock.now().seconds(since: wheel.time) > 0.4 { flushWheel() }
      if pictures.wanted.isEmpty, let change = looking.focus.latestChange, change > pictures.latest {
        await wantPictureOfFront()
      }
    case .input(let input):
      // Nobody notes what is typed now, so nothing of this application is read later; only which one it is is kept.
      if case .keyPressed(let key) = input.kind, !key.text.isEmpty, let process = input.window?.process {
        typed.noteUnknown(in: process)
      }
    case .change, .clipboard, .pulse:
      return
    }
  }

  private func take(_ input: InputEvent) async {
    // Nothing is taken that nobody was told of, not even until the recorder looks again.
    guard indicator.isShown else { return }
    switch input.kind {
    case .pointerRested(let point): rested(at: point, input)
    case .buttonPressed(let button, let point): await pressed(button, at: point, input)
    case .buttonReleased(let button, let point): await released(button, at: point, input)
    case .wheel(let x, let y, let point): await turned(x: x, y: y, at: point, input)
    case .keyPressed(let key): await pressed(key, input)
    case .keyReleased:
      // How often it was repeated nobody tells.
      if input.isRepeated { typing?.keys = nil }
    }
  }

  /// Tells what is held back, as if something else had been done.
  func settleAll() async {
    await naming?.value
    flushWheel()
    flushOpenList()
    await finishTyping()
  }

  /// Forgets what is held back.
  func forgetHeld() {
    (pressed, lastClick, left, typing) = (nil, nil, nil, nil)
    focus = FocusHistory()
    (openList, wheel, taking, hovered) = (nil, nil, nil, nil)
    (copied, rest) = (nil, nil)
    treeless = []
    naming?.cancel()
  }

  /// Hands an event on.
  @discardableResult
  func emit(
    _ occurrence: Event.Occurrence, at time: Moment, in place: Place, element: Element? = nil
  ) -> EventID? {
    guard state == .recording else { return nil }
    return feed.emit { id in
      Event(
        id: id, time: time, surface: .desktop, place: place, occurrence: occurrence, element: element,
        frame: picture(of: place, before: time, element), agent: acting.covers(time) ? .machine : .person)
    }
  }

  /// Stands for an element that the application did not tell of: whatever it is, it counts as secret.
  static let unknown = Element(role: .generic, states: [.secret])
}
