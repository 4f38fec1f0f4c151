import Surfaces
import Trace

/// Records tabs and pop-up windows that are opened, come to the front, and are closed.
extension Chromium {
  /// A tab has been opened. What it shows is not known yet: a tab that a person opened is recorded once it shows
  /// something that may be recorded.
  func opened(_ tab: Tab) {
    guard state == .recording else { return }
    guard let opener = tab.opener.flatMap({ pages.tabs[$0] }), let frame = pages.frames[opener.mainFrame] else {
      unannounced.insert(tab.id)
      return
    }
    if isGranted(frame) { emit(.signal(.windowOpened(window: tab.id.rawValue)), at: frame) }
  }

  /// Records the opening of a tab at the first place in it that may be recorded.
  func announce(_ tab: Tab, in place: Place) {
    guard unannounced.remove(tab.id) != nil else { return }
    front = tab.id
    emit(.action(.openTab), at: clock.now(), in: place)
  }

  /// A document came into view: its tab has come to the front, unless it was there.
  func cameToFront(_ frame: PageFrame, at time: Moment, in place: Place) {
    pages.shown(frame.tab)
    defer { front = frame.tab }
    guard let front, front != frame.tab else { return }
    emit(.action(.switchTab), at: time, in: place)
  }

  /// A tab has been closed: by the person, or by itself right after something was done in it.
  func closed(_ tab: Tab, wasGranted: Bool, in place: Place?) {
    navigations.closed(tab.id)
    unannounced.remove(tab.id)
    defer { lastAction[tab.id.rawValue] = nil }
    guard state == .recording, wasGranted, !isEnding, let place else { return }
    let now = clock.now()
    if tab.opener != nil, actedJustNow(in: tab, at: now) {
      emit(.signal(.windowClosed(window: tab.id.rawValue)), at: now, in: place)
    } else {
      emit(.action(.closeTab), at: now, in: place)
    }
  }
}
