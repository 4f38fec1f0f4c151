public import Surfaces
public import Trace

/// What is there to act on.
extension Desktop {
  public func observe(within budget: Budget) async throws(SurfaceError) -> Observation {
    let window = try await frontWindow()
    let place = try await permitted(window)
    var windows = [window]
    // An open menu is in front of the window it belongs to.
    for popup in try await windowSystem.windows() where popup.isPopup && popup.process == window.process {
      // One of another window of the application may not be looked into.
      guard await granted(popup) != nil else { continue }
      windows.insert(popup, at: 0)
    }
    observed = [:]
    var elements: [ObservedElement] = []
    var isPartial = false
    for window in windows where budget.count > elements.count {
      var rest = budget
      rest.count -= elements.count
      let found = try await touching.elements(of: window, within: rest)
      isPartial = isPartial || found.isPartial
      for seen in found.elements {
        let handle = ElementHandle(rawValue: "\(seen.accessible.bus)\(seen.accessible.path)")
        guard observed[handle] == nil else { continue }
        observed[handle] = Observed(seen: seen, window: window)
        elements.append(ObservedElement(handle: handle, place: place, element: seen.element))
      }
    }
    return Observation(place: place, elements: elements, isPartial: isPartial)
  }

  public func windows() async throws(SurfaceError) -> [Place] {
    let front = try await frontWindow()
    var places: [Place] = []
    for window in try await windowSystem.windows(hidden: true) where !window.isPopup {
      guard let place = await granted(window) else { continue }
      places.insert(place, at: window.id == front.id ? 0 : places.count)
    }
    return places
  }

  public func activate(window: String) async throws(SurfaceError) {
    guard let id = UInt32(window), let found = try await windowSystem.window(id) else {
      throw SurfaceError(.elementNotFound, "The window is gone. Open its document again.")
    }
    _ = try await permitted(found)
    try await windowSystem.activate(id)
    front = id
  }

  /// The window that is acted on: the one that was chosen, or else, also where a dialog of it has come up, the one
  /// that has the keyboard.
  func frontWindow() async throws(SurfaceError) -> DesktopWindow {
    let active = try await windowSystem.activeWindow()
    if let front, let chosen = try await windowSystem.window(front), active?.process != chosen.process {
      return chosen
    }
    if let active { return active }
    for window in try await windowSystem.windows() where !window.isPopup {
      if await granted(window) != nil { return window }
    }
    // One may be about to come up, where another has just closed.
    throw SurfaceError(.changed, "No window is open that may be acted on. Open the application of the work.")
  }

  /// The window that is acted on, where it may be.
  func permittedWindow() async throws(SurfaceError) -> DesktopWindow {
    let window = try await frontWindow()
    _ = try await permitted(window)
    return window
  }

  /// The place of a window that may be acted on.
  private func permitted(_ window: DesktopWindow) async throws(SurfaceError) -> Place {
    guard let place = await granted(window) else {
      throw SurfaceError(
        .changed,
        "The window in front is not granted, or is excepted. Bring the work's own window to the front.")
    }
    return place
  }
}
