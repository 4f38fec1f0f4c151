import Foundation
public import Surfaces
public import Trace

/// A Chromium (or Chrome) of its own, watched and acted on over the DevTools pipe.
///
/// ```swift
/// let browser = try await Chromium.start(
///   BrowserSettings(profile: folder, isHeadless: true, origins: ["http://127.0.0.1:8000"]))
/// let events = browser.events()
/// try await browser.show(.recording)
/// for try await event in events { … }
/// await browser.end()
/// ```
///
/// Only what ``BrowserSettings/origins`` name is recorded, and only while ``show(_:)`` says so to the person; private
/// windows never are.
public actor Chromium: Surface {
  public nonisolated let kind = SurfaceKind.browser
  nonisolated let settings: BrowserSettings
  nonisolated let connection: DevToolsConnection
  nonisolated let clock: any WallClock
  nonisolated let feed = EventFeed(session: "browser")

  // MARK: What is open

  var pages = OpenPages()
  var actingState = ActingState()
  /// The profile's own context: every other one is a private window.
  var ownContext: String?
  /// The kind of dialog that is open in each session.
  var dialogs: [SessionID: String] = [:]
  /// The script that each session gives to new documents.
  var scripts: [SessionID: String] = [:]
  /// The settings that the documents were given last.
  var shownSettings: PageScripts.Settings?
  var isEnding = false
  /// Where the browser is asked what elements are called, and that page's target, which is known before it is ready.
  var namingPage: NamingPage?
  var namingTarget: String?
  /// Whether pages keep the tree that roles and names are read from, as acting needs them.
  var isActing = false

  // MARK: What is recorded

  var origins: [OriginPattern]
  var state = IndicatorState.stopped
  var clipboard = ClipboardMemory()
  var secretTexts = SecretTexts()
  var navigations = NavigationMemory()
  var acting = ActingTimes()
  var drag: StartedDrag?
  var downloads: [String: (name: String, place: Place)] = [:]
  /// The tab in front, as far as it was seen to come there.
  var front: TabID?
  /// The tabs that a person opened and that have shown nothing yet that may be recorded.
  var unannounced: Set<TabID> = []
  /// When something was last done in each window.
  var lastAction: [String: Moment] = [:]
  var pageCost = PageCost()
  var pictures = Pictures()
  /// The tabs that pictures are taken of, and how often.
  var pictured: [TabID: PicturePace] = [:]
  /// The tabs that were found not to answer.
  var silent: Set<TabID> = []

  /// Nil for one that nobody started: it is told what to believe.
  private let process: BrowserProcess?
  private var bookkeeping: Task<Void, Never>?
  private var listening: Task<Void, Never>?

  /// - Parameter connection: of a process, or one that is fed by other means, as it is where nothing is trusted.
  init(
    settings: BrowserSettings, process: BrowserProcess? = nil, connection: DevToolsConnection, clock: any WallClock
  ) {
    self.settings = settings
    self.process = process
    self.clock = clock
    origins = Self.patterns(settings.origins)
    self.connection = connection
  }

  /// Starts a browser and waits until its first tab is there.
  ///
  /// `environment` is what the browser is started in; nil for this program's own.
  public static func start(
    _ settings: BrowserSettings, clock: any WallClock = SystemClock(), environment: [String: String]? = nil
  ) async throws(SurfaceError) -> Chromium {
    let process = try await BrowserProcess.start(
      settings, environment: environment ?? ProcessInfo.processInfo.environment)
    let browser = Chromium(settings: settings, process: process, connection: process.connection, clock: clock)
    do {
      try await browser.attach()
      return browser
    } catch {
      await process.end()
      throw error
    }
  }

  /// Closes the browser; its profile is written first. Every stream of events ends.
  public func end() async {
    isEnding = true
    listening?.cancel()
    await process?.end()
    await bookkeeping?.value
  }

  public func capabilities() async -> [Capability: Availability] {
    [
      .input: .available, .elements: .available, .clipboard: .available, .windows: .available,
      .downloads: .available, .acting: .available, .indicator: .available,
      .frames: settings.frames ? .available : .unavailable("The grant allows no pictures of the browser."),
    ]
  }

  public nonisolated func events() -> AsyncThrowingStream<Event, any Error> { feed.stream() }

  /// What names no pages names nothing.
  static func patterns(_ origins: Set<String>) -> [OriginPattern] {
    origins.sorted().compactMap { OriginPattern($0) }
  }

  // MARK: - Attaching

  private func attach() async throws(SurfaceError) {
    struct Contexts: Decodable { var defaultBrowserContextId: String? }
    let events = connection.events()
    let (firstTab, found) = AsyncStream.makeStream(of: Void.self)
    bookkeeping = Task { [weak self, feed, connection] in
      for await event in events {
        await self?.handle(event)
        if await self?.pages.tabs.isEmpty == false { found.finish() }
      }
      found.finish()
      await feed.end(throwing: self?.failure(connection.ended))
    }
    ownContext = try await connection.call("Target.getBrowserContexts", as: Contexts.self).defaultBrowserContextId
    connection.post("Target.setDiscoverTargets", ["discover": true])
    connection.post("Browser.setDownloadBehavior", ["behavior": "default", "eventsEnabled": true])
    let _: Acknowledged = try await connection.call("Target.setAutoAttach", Self.autoAttach)
    try await openNamingPage()
    for await _ in firstTab {}
    if let end = connection.ended { throw end }
    if settings.address != "about:blank", let tab = pages.activeTab {
      // Answered once all that was set up before is in force. A document that came sooner would be half watched.
      let _: Acknowledged = try await connection.call("Page.enable", in: tab.session)
      connection.post("Page.navigate", ["url": settings.address], in: tab.session)
    }
    listening = Task { [weak self] in await self?.noticeSilence() }
  }

  /// Why the streams of events end: nothing is wrong where the browser was closed.
  private func failure(_ end: SurfaceError?) -> SurfaceError? {
    isEnding || end == .closedByPerson ? nil : end
  }

  static let autoAttach: DevToolsParameters = {
    struct Filter: Encodable { var type: String }
    return [
      "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true,
      "filter": [Filter(type: "page"), Filter(type: "iframe")],
    ]
  }()
}
