import Foundation
import Surfaces
import Trace

/// Addresses, history and tabs.
extension Chromium {
  /// Opens an address, or goes back, forward or reloads.
  func navigate(to address: String, _ cause: NavigationCause, during aftermath: Aftermath) async throws(SurfaceError) {
    let session = aftermath.tab.session
    switch cause {
    case .back: try await go(by: -1, during: aftermath)
    case .forward: try await go(by: 1, during: aftermath)
    case .reload: try await leaving(aftermath, "Page.reload", [:])
    case .typed, .link, .form, .script, .redirect, .other:
      struct Navigated: Decodable { var errorText: String? }
      guard let url = URL(string: address), url.scheme != nil else {
        throw SurfaceError(.failed, "The address to open is no address. Correct it.")
      }
      aftermath.update { $0.isLeaving = true }
      let reply = try await unlessInterrupted(aftermath) { [connection] () throws(SurfaceError) in
        try await connection.call(
          "Page.navigate", ["url": address, "transitionType": "typed"], in: session, as: Navigated.self)
      }
      guard let failure = reply?.errorText, !failure.isEmpty else { return await committed(aftermath) }
      // What is downloaded, or answered with nothing, leaves the document as it is.
      if failure == "net::ERR_ABORTED" { return }
      await committed(aftermath)
      throw SurfaceError(
        .unavailable,
        "The page cannot be opened (\(failure)). Check that its server runs and that the network is there.")
    }
  }

  private func go(by steps: Int, during aftermath: Aftermath) async throws(SurfaceError) {
    struct History: Decodable {
      struct Entry: Decodable { var id: Int }
      var currentIndex: Int
      var entries: [Entry]
    }
    let history = try await connection.call(
      "Page.getNavigationHistory", in: aftermath.tab.session, as: History.self)
    let index = history.currentIndex + steps
    guard history.entries.indices.contains(index) else {
      throw SurfaceError(.failed, "The tab's history does not go that far. Open the page by its address.")
    }
    try await leaving(aftermath, "Page.navigateToHistoryEntry", ["entryId": history.entries[index].id])
  }

  private func leaving(
    _ aftermath: Aftermath, _ method: String, _ parameters: DevToolsParameters
  ) async throws(SurfaceError) {
    aftermath.update { $0.isLeaving = true }
    try await unlessInterrupted(aftermath) { [connection] () throws(SurfaceError) in
      _ = try await connection.call(method, parameters, in: aftermath.tab.session, as: Acknowledged.self)
    }
    await committed(aftermath)
  }

  /// Waits until the tab shows the document it was asked for.
  private func committed(_ aftermath: Aftermath) async {
    await aftermath.wait(atMost: Patience.loading) { state in
      state.signals.contains(where: \.isNavigation) || state.isInterrupted || state.hasMoved && state.isLoaded
    }
    guard !aftermath.state.signals.contains(where: \.isNavigation), !aftermath.state.isInterrupted else { return }
    // A navigation that overtakes the tab's very first one is not always told: look what is there.
    let tab = aftermath.tab
    guard let tree = try? await connection.call("Page.getFrameTree", in: tab.session, as: PageMessages.FrameTree.self)
    else { return }
    let frame = tree.frameTree.frame
    pages.place(frame: frame.id, parent: nil, session: tab.session, url: frame.url)
    aftermath.update { $0.signals.append(.navigation(to: Address(frame.url).text, cause: .other)) }
  }

  // MARK: - Tabs

  /// Opens a new tab and makes it the one that is acted on.
  func openTab() async throws(SurfaceError) -> Outcome {
    struct Created: Decodable { var targetId: String }
    let created = try await connection.call("Target.createTarget", ["url": "about:blank"], as: Created.self)
    let id = TabID(rawValue: created.targetId)
    await appeared(id)
    pages.shown(id)
    return Outcome(signals: [.windowOpened(window: id.rawValue)], place: place(of: try activeTab()))
  }

  /// Closes the tab that is acted on; the one used before it takes its place.
  func closeTab() async throws(SurfaceError) -> Outcome {
    let tab = try activeTab()
    let aftermath = try await beginning(in: tab)
    try await unlessInterrupted(aftermath) { [connection] () throws(SurfaceError) in
      _ = try await connection.call("Page.close", in: tab.session, as: Acknowledged.self)
    }
    await aftermath.wait(atMost: Patience.loading) { $0.isClosed || $0.dialog != nil }
    let state = aftermath.state
    if state.dialog != nil { return try await outcome(aftermath) }
    aftermath.stop()
    while pages.tabs[tab.id] != nil, state.isClosed { await Task.yield() }
    let place = pages.activeTab.map { self.place(of: $0) } ?? Place(application: "Chromium", window: "")
    if let next = pages.activeTab { try await activate(window: next.id.rawValue) }
    return Outcome(signals: state.signals, place: place)
  }

  /// Waits until a new tab is in the books.
  func appeared(_ tab: TabID) async {
    let end = ContinuousClock.now + Patience.arriving
    while pages.tabs[tab] == nil, ContinuousClock.now < end { await Task.yield() }
  }
}

extension Signal {
  var isNavigation: Bool { if case .navigation = self { true } else { false } }
}
