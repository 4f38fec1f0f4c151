import Surfaces
import Trace

/// Which windows are open, and whether they may be looked into.
extension ToldDesktop {
  /// The place of a window that is granted; nil for any other.
  func granted(_ window: ToldWindow) async -> Place? {
    let now = clock.now()
    let known = places[window.id].flatMap { $0.title == window.title ? $0 : nil }
    // A grant may have been taken back since.
    if let known, !known.mayOpen(at: now) { return settings.isGranted(known.place) ? known.place : nil }
    var place = Place(application: window.application, window: window.id, title: window.title)
    var isGranted = settings.isGranted(place)
    // Only a window that may be looked into is asked what it shows; what it shows may be excepted.
    if isGranted {
      place.document = await looking.document(of: window.asWindow) ?? ""
      isGranted = settings.isGranted(place)
    }
    // A window that is still being opened has no title yet.
    if window.title.isEmpty, places[window.id] == nil { return isGranted ? place : nil }
    let isNew = places[window.id] == nil
    places[window.id] = KnownPlace(
      title: window.title, place: place, process: window.process, isGranted: isGranted, looks: (known?.looks ?? 0) + 1,
      looked: now)
    if isNew, isGranted { emit(.signal(.windowOpened(window: window.id)), at: now, in: place) }
    return isGranted ? place : nil
  }

  /// What is open, and has the focus, when recording begins: of that no application tells by itself.
  func lookAround() async {
    let isGranted = settings.isGranted
    do {
      for window in try await looking.windows(where: { isGranted(Place(application: $0, window: "")) }) {
        guard await granted(window) != nil, window.isActive, focused == nil,
          let seen = await looking.focused(in: window.asWindow)
        else { continue }
        focused = ToldElement(seen: seen, window: window)
      }
    } catch {
      // What is not known now is asked for when its application tells of it.
    }
  }

  /// A window was closed: its name comes from the object that tells of it.
  func closed(_ accessible: Accessible) async {
    let window = ToldWindow(accessible: accessible, title: "", application: "", isActive: false)
    guard let known = places[window.id] else { return }
    if typing?.place.window == window.id { await finishTyping() }
    if focused?.window.id == window.id { focused = nil }
    places[window.id] = nil
    if known.isGranted { emit(.signal(.windowClosed(window: window.id)), at: clock.now(), in: known.place) }
  }
}
