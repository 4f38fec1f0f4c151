import Surfaces
import Trace

/// What the pointer rests on is looked at before it is pressed: afterwards it may be gone.
extension Desktop {
  func rested(at point: Point, _ input: InputEvent) {
    rest = nil
    guard let window = input.window else { return }
    rest = PointerRest(
      point: point, window: window.id, time: .now,
      look: Task {
        guard await granted(window) != nil else { return PointerLook() }
        return await look(at: point, in: window, since: input.arrival)
      })
  }

  /// What was pressed, as it was before.
  func look(at point: Point, in window: DesktopWindow, pressedBy input: InputEvent) async -> PointerLook {
    defer { rest = nil }
    if let rest, rest.isPressed(at: point, window: window.id, at: input.arrival),
      !looking.focus.hasChanged(window.process, from: rest.time, until: input.arrival)
    {
      let look = await rest.look.value
      if !look.isEmpty { return look }
    }
    let look = await look(at: point, in: window, since: input.arrival)
    if !look.isEmpty { return look }
    // What the press has closed is told as it was before, even where something in its application has changed since.
    guard let rest, rest.isPressed(at: point, window: window.id, at: input.arrival),
      let shown = try? await windowSystem.windows(), !shown.contains(where: { $0.id == window.id })
    else { return look }
    return await rest.look.value
  }
}
