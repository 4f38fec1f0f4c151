import Surfaces
import Trace

/// What is pressed where an application tells nothing of its elements is called by the text that is under the pointer, as
/// it is read from the pixels.
///
/// Only an application that is not on the accessibility bus is read: what one of them keeps to itself, because it hangs,
/// stays unknown and counts as secret.
extension Desktop {
  /// What is at a point of a window: its element, or else a picture of it that may be read.
  ///
  /// - Parameter arrival: When the pointer was there.
  func look(at point: Point, in window: DesktopWindow, since arrival: ContinuousClock.Instant) async -> PointerLook {
    if let seen = await element(at: point, in: window) { return PointerLook(seen: seen) }
    guard state == .recording, indicator.isShown, settings.reading.program != nil, let process = window.process,
      treeless.contains(process)
    else { return PointerLook() }
    let id = window.id
    // A window that is gone by now, or moves, has no picture.
    let picture = try? await camera.picture(of: id, around: point) { $0.id == id }
    // What is typed after a press is not noted yet, and may be in a picture that comes late.
    return PointerLook(picture: .now - arrival < Self.latestPicture ? picture : nil)
  }

  private static let latestPicture = Duration.milliseconds(300)

  /// Begins to read what was under a press, so that it is mostly read when the button comes up again.
  func read(
    _ look: PointerLook, by button: Click.Button, at point: Point, in window: DesktopWindow
  ) -> Task<Element?, Never>? {
    guard look.seen == nil, let process = window.process else { return nil }
    // It may paste what was marked somewhere.
    if button == .middle { typed.noteUnknown(in: process) }
    guard let picture = look.picture else { return nil }
    return Task {
      guard state == .recording, await looking.isAbsent(process), let words = await reader.words(in: picture),
        typed.isKnown(in: process), let text = ReadText(words.run(at: point), leavingOut: typed)
      else { return nil }
      return Element(role: .generic, name: text.text, attributes: ["read-from": "picture"], bounds: text.bounds)
    }
  }

  /// Tells a click once it is known what was under it, or that nobody knows.
  func tell(_ click: Click, of press: Press, reading: Task<Element?, Never>) {
    naming = Task {
      var element = await reading.value
      if await !isStillGranted(press.place) { element = nil }
      guard !Task.isCancelled else { return }
      let action = element?.action(of: click, at: press.point) ?? .click(click)
      emit(.action(action), at: press.time, in: press.place, element: element ?? Self.unknown)
    }
  }

  /// Notes what goes into a window whose application does not say into what: it is not read back from the screen.
  func noteTyped(_ key: PressedKey, _ input: InputEvent, in window: DesktopWindow) {
    if input.modifiers.isDisjoint(with: [.control, .meta]) { typed.note(key.text) }
    // In terminals these paste, and what is not asked for: it may be of an application that is not granted.
    let isPasting =
      key.name == "Insert" && input.modifiers.contains(.shift)
      || key.name.lowercased() == "v" && input.modifiers.isSuperset(of: [.control, .shift])
    if isPasting || key.name == "Unidentified", let process = window.process { typed.noteUnknown(in: process) }
  }

  /// The same for what is pasted; nil for what is not known.
  func notePasted(_ text: String?, in place: Place) {
    if let text { return typed.note(text) }
    if let window = UInt32(place.window), let process = places[window]?.process { typed.noteUnknown(in: process) }
  }
}
