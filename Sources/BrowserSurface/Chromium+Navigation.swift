import Foundation
import Surfaces
import Trace

/// Records which documents windows come to show, and why.
extension Chromium {
  private struct Requested: Decodable {
    var frameId: FrameID
    var reason: String
    var disposition: String?
  }

  private struct Started: Decodable {
    var frameId: FrameID
    var navigationType: String
  }

  private struct History: Decodable {
    var currentIndex: Int
  }

  /// `Page.frameRequestedNavigation`, `Page.frameStartedNavigating`
  func willNavigate(_ event: DevToolsEvent) throws {
    if event.method == "Page.frameRequestedNavigation" {
      let message = try event.decode(as: Requested.self)
      guard message.disposition ?? "currentTab" == "currentTab" else { return }
      navigations.requested(message.frameId, reason: message.reason)
    } else {
      let message = try event.decode(as: Started.self)
      navigations.started(message.frameId, type: message.navigationType)
    }
  }

  /// A frame shows another document. `before` is the frame as it was, `title` what its page was called.
  func navigated(_ before: PageFrame?, titled title: String, to document: PageMessages.Document, in session: SessionID)
    async
  {
    guard let frame = pages.frames[document.id], let tab = pages.tabs[frame.tab] else { return }
    var (cause, isAskedByPage) = navigations.committed(frame.id)
    guard frame.id == tab.mainFrame else {
      // Frames load by themselves all the time; what a person does in one is a link or a form.
      if cause == .link || cause == .form, isGranted(frame) {
        emit(.signal(.navigation(to: Address(document.url).text, cause: cause)), at: frame)
      }
      return
    }
    let history = try? await connection.call("Page.getNavigationHistory", in: session, as: History.self)
    if let history, navigations.moved(tab.id, to: history.currentIndex), cause == .back { cause = .forward }
    let address = Address(document.unreachableUrl ?? document.url)
    record(address, cause: cause, isAskedByPage: isAskedByPage, in: tab, before: before, titled: title)
  }

  /// A document that stays has another address: a fragment, or what a script calls a page of its own.
  func navigatedWithin(_ frame: PageFrame, to url: String) async {
    guard let tab = pages.tabs[frame.tab], frame.id == tab.mainFrame else { return }
    let before = Address(frame.url)
    let address = Address(url)
    var (cause, isAskedByPage) = navigations.committed(frame.id)
    guard before != address else { return }
    let history = try? await connection.call("Page.getNavigationHistory", in: tab.session, as: History.self)
    if let history, navigations.moved(tab.id, to: history.currentIndex), cause == .back { cause = .forward }
    if cause == .other || cause == .typed { (cause, isAskedByPage) = (.script, true) }
    record(address, cause: cause, isAskedByPage: isAskedByPage, in: tab, before: frame, titled: tab.title)
  }

  private func record(
    _ to: Address, cause: NavigationCause, isAskedByPage: Bool, in tab: Tab, before: PageFrame?,
    titled title: String
  ) {
    guard state == .recording else { return }
    let now = clock.now()
    let left = before.flatMap { frame in
      isGranted(frame) && isGranted(Address(frame.url)) ? place(of: frame, title: title) : nil
    }
    let arrived = Place(
      application: Self.application, window: tab.id.rawValue, document: to.document, query: to.query)
    guard isGranted(to) else {
      // That a person left says something; where they went is not for us to know.
      if let left { emit(.signal(.navigation(to: "", cause: cause)), at: now, in: left) }
      return
    }
    announce(tab, in: arrived)
    // A page that goes back by itself was told to by what was done in it just before.
    let isCaused = isAskedByPage || ((cause == .back || cause == .forward) && actedJustNow(in: tab, at: now))
    emit(
      isCaused
        ? .signal(.navigation(to: to.text, cause: cause)) : .action(.navigate(to.text, cause: cause)),
      at: now, in: left ?? arrived)
  }

  /// Whether something was done in a tab within the last second.
  func actedJustNow(in tab: Tab, at now: Moment) -> Bool {
    guard let last = lastAction[tab.id.rawValue] else { return false }
    return now.seconds(since: last) < 1
  }
}
