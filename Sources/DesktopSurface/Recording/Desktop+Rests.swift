import Surfaces
import Trace

/// What the pointer rests on is looked at before it is pressed: afterwards it may be gone.
extension Desktop {
  func rested(at point: Point, _ input: InputEvent) {
    rest = nil
    guard let window = input.window else { return }
    rest = PointerRest(
      point: point, window: window.id, time: .now,
      look: Task { await granted(window) == nil ? nil : await element(at: point, in: window) })
  }

  /// What was pressed, as it was before.
  func element(at point: Point, in window: DesktopWindow, pressedBy input: InputEvent) async -> SeenElement? {
    defer { rest = nil }
    if let rest, rest.isPressed(at: point, window: window.id, at: input.arrival),
      !looking.focus.hasChanged(window.process, from: rest.time, until: input.arrival),
      let seen = await rest.look.value
    {
      return seen
    }
    if let seen = await element(at: point, in: window) { return seen }
    // What the press has closed is told as it was before, even where something in its application has changed since.
    guard let rest, rest.isPressed(at: point, window: window.id, at: input.arrival),
      let shown = try? await windowSystem.windows(), !shown.contains(where: { $0.id == window.id })
    else { return nil }
    return await rest.look.value
  }
}
