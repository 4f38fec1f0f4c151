import Surfaces
import Trace

/// Where windows are, and whether they may be looked into.
extension Desktop {
  /// The place of a window that is granted; nil for any other, and for a dialog or menu of any other.
  func granted(_ window: DesktopWindow) async -> Place? {
    let window = await owner(of: window)
    guard let place = await grantedByItself(window) else { return nil }
    return await isExceptedWithOwner(window) ? nil : place
  }

  /// What a dialog shows belongs to what the window shows that it is over.
  private func isExceptedWithOwner(_ window: DesktopWindow) async -> Bool {
    var owner = window.owner
    for _ in 0..<4 {
      guard let id = owner, var above = try? await windowSystem.window(id) else { return false }
      // Some owners are never seen, and say nothing of their application.
      above.application = window.application
      if await grantedByItself(above) == nil { return true }
      owner = above.owner
    }
    return false
  }

  /// Whether what a place's window shows now may still be told: its title may have changed since.
  func isStillGranted(_ place: Place) async -> Bool {
    guard let id = UInt32(place.window), let window = try? await windowSystem.window(id) else { return true }
    return await granted(window) != nil
  }

  private func grantedByItself(_ window: DesktopWindow) async -> Place? {
    let now = clock.now()
    let known = places[window.id].flatMap { $0.title == window.title ? $0 : nil }
    // A grant may have been taken back since.
    if let known, !known.mayOpen(at: now) { return settings.isGranted(known.place) ? known.place : nil }
    var place = Place(application: window.application, window: String(window.id), title: window.title)
    var isGranted = settings.isGranted(place)
    // Only a window that may be looked into is asked what it shows; what it shows may be excepted.
    if isGranted {
      place.document = await looking.document(of: window) ?? ""
      isGranted = settings.isGranted(place)
    }
    places[window.id] = KnownPlace(
      title: window.title, place: place, process: window.process, isGranted: isGranted, looks: (known?.looks ?? 0) + 1,
      looked: now)
    return isGranted ? place : nil
  }

  /// The window that a menu or tooltip belongs to.
  func owner(of window: DesktopWindow) async -> DesktopWindow {
    guard window.isPopup else { return window }
    do {
      if let id = window.owner, let owner = try await windowSystem.window(id) { return owner }
      // A menu that names no owner belongs to the window of its process that is in front.
      let behind = try await windowSystem.windows().first { !$0.isPopup && $0.process == window.process }
      return behind ?? window
    } catch {
      return window
    }
  }

  func take(_ change: WindowChange) async {
    switch change {
    case .opened(let window):
      guard !window.isPopup, state != .paused else { return }
      if let place = await granted(window) { tell(.windowOpened(window: String(window.id)), in: place) }
    case .closed(let id):
      if hovered?.closed == nil { hovered?.closed = clock.now() }
      if front == id { front = nil }
      pictures.forget(id)
      guard let known = places.removeValue(forKey: id) else { return }
      if known.isGranted { tell(.windowClosed(window: String(id)), in: known.place) }
    case .renamed(let window):
      guard places[window.id] != nil, await granted(window) == nil else { return }
      // The new content may have been there before the new title.
      pictures.forget(window.id)
      focus.note(nil, in: String(window.id), from: .now)
    case .activated:
      return
    }
  }

  private func tell(_ signal: Signal, in place: Place) {
    aftermath?.append(signal)
    emit(.signal(signal), at: clock.now(), in: place)
  }
}
