import Surfaces
import Trace

/// Waits for an element to be there, enabled and not covered.
extension Desktop {
  /// The element as it is now, once it can be acted on.
  func ready(_ handle: ElementHandle) async throws(SurfaceError) -> Observed {
    guard var element = observed[handle] else {
      throw SurfaceError(.elementNotFound, "The element is not among those that were observed last. Look again.")
    }
    let end = ContinuousClock.now + .seconds(2)
    while true {
      let now = try await described(element.seen.accessible)
      guard now.role == element.seen.element.role, now.isSame(as: element.seen.element) else {
        throw SurfaceError(.changed, "The element is no longer what it was when it was looked at. Look again.")
      }
      element.seen.element = now
      guard now.states.contains(.disabled) else { break }
      guard ContinuousClock.now < end else {
        throw SurfaceError(.notActionable, "The element is disabled. Do what enables it first.")
      }
      await pause(.milliseconds(50))
    }
    try await bringToFront(element.window)
    return element
  }

  /// An element as it is now. An application that is busy, for it was only just brought to the front, is asked again.
  func described(_ accessible: Accessible) async throws(SurfaceError) -> Element {
    let end = ContinuousClock.now + .seconds(2)
    while true {
      do {
        return try await touching.describe(accessible)
      } catch {
        guard error.code == .timedOut, ContinuousClock.now < end else { throw error }
      }
      await pause(.milliseconds(50))
    }
  }

  /// A point of the element that a click reaches: its middle, which must belong to it and to nothing in front of it.
  func point(in element: Observed) async throws(SurfaceError) -> Point {
    var element = element
    let end = ContinuousClock.now + .seconds(2)
    var isAsked = false
    while true {
      if let bounds = element.seen.element.bounds {
        let point = bounds.center
        if try await isReached(element, at: point) { return point }
      }
      guard ContinuousClock.now < end else {
        throw SurfaceError(
          .notActionable, "The element is covered, or not on the screen. Close what is in front of it, or scroll to it."
        )
      }
      if !isAsked {
        isAsked = true
        if element.isSheetCell { try await jump(to: element) }
        // Not every toolkit can.
        if let shown = try? await touching.scrollIntoView(element.seen.accessible) { element.seen.element = shown }
      }
      await pause(.milliseconds(50))
      element.seen.element = try await described(element.seen.accessible)
    }
  }

  func isReached(_ element: Observed, at point: Point) async throws(SurfaceError) -> Bool {
    guard let window = try await windowSystem.window(at: point), window.process == element.window.process else {
      return false
    }
    guard let hit = await touching.element(at: point, in: window) else { return false }
    if hit.accessible == element.seen.accessible { return true }
    return hit.element.role == element.seen.element.role && hit.element.isSame(as: element.seen.element)
  }

  /// Gives the element the focus, by its application where that can, else by a click.
  func focus(_ element: Observed) async throws(SurfaceError) {
    try await bringToFront(element.window)
    if element.isSheetCell { return try await go(to: element) }
    if element.seen.element.states.contains(.focused) { return }
    if let has = try? await touching.grabFocus(element.seen.accessible), has { return }
    try await hand.click(at: try await point(in: element))
  }
}

extension Element {
  /// Whether it is the element that was seen before, whatever it holds by now.
  func isSame(as other: Element) -> Bool {
    if let cell = attributes["cell"] { return cell == other.attributes["cell"] }
    return name == other.name && attributes["id"] == other.attributes["id"]
  }
}
