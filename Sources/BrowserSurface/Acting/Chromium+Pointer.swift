import Surfaces
import Trace

/// The pointer: moves, presses, releases.
extension Chromium {
  /// Clicks an element and waits until the click has arrived there.
  func click(
    _ element: ElementReference, _ click: Click = Click(), standIn: Bool = false, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    let point = try await ready(element, Needs(position: click.position, standIn: standIn), during: aftermath)
    try await send(Input.click(click, at: point), during: aftermath)
    try await arrived(aftermath)
  }

  /// Whether the pointer's first event came to the element; what came elsewhere was kept back.
  private func arrived(_ aftermath: Aftermath) async throws(SurfaceError) {
    await aftermath.wait(atMost: Patience.arriving) { $0.arrived != nil || $0.isInterrupted || $0.hasMoved }
    switch aftermath.state.arrived {
    case true?: return
    case false?:
      throw SurfaceError(.notActionable, "Something came over the element just when it was clicked. Close it first.")
    case nil:
      if aftermath.state.isInterrupted || aftermath.state.hasMoved { return }
      throw SurfaceError(.failed, "The click did not arrive at the element. Look at the page before going on.")
    }
  }
}

extension Input {
  /// A click: the pointer comes, presses and releases, as often as asked.
  static func click(_ click: Click, at point: Point) -> [Input] {
    var inputs = [Input.pointer("mouseMoved", at: point, modifiers: click.modifiers)]
    for count in 1...max(1, click.count) {
      inputs.append(.pointer("mousePressed", at: point, button: click.button, count: count, modifiers: click.modifiers))
      inputs.append(
        .pointer("mouseReleased", at: point, button: click.button, count: count, modifiers: click.modifiers))
    }
    return inputs
  }

  /// `mouseMoved`, `mousePressed` or `mouseReleased`; `held` while the button stays down.
  static func pointer(
    _ type: String, at point: Point, button: Click.Button? = nil, count: Int = 0, modifiers: Set<Modifier> = [],
    held: Bool = false
  ) -> Input {
    let mask =
      switch button {
      case nil: 0
      case .left: 1
      case .right: 2
      case .middle: 4
      }
    return Input(
      method: "Input.dispatchMouseEvent",
      parameters: [
        "type": type, "x": point.x, "y": point.y, "button": button?.rawValue ?? "none",
        "buttons": type == "mousePressed" || held ? mask : 0, "clickCount": count, "modifiers": modifiers.mask,
      ])
  }
}

extension Set<Modifier> {
  /// As DevTools writes it.
  var mask: Int {
    reduce(0) { mask, modifier in
      switch modifier {
      case .alt: mask | 1
      case .control: mask | 2
      case .meta: mask | 4
      case .shift: mask | 8
      }
    }
  }
}
