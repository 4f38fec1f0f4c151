import Foundation
public import Surfaces
public import Trace

/// A Chromium (or Chrome) of its own, watched and acted on over the DevTools pipe.
///
/// ```swift
/// let browser = try await Chromium.start(
///   BrowserSettings(profile: folder, isHeadless: true, origins: ["http://127.0.0.1:8000"]))
/// for try await event in browser.events() { … }
/// await browser.end()
/// ```
///
/// Only what `settings.origins` name is recorded; private windows never are.
public actor Chromium: Surface {
  public nonisolated let kind = SurfaceKind.browser
  nonisolated let settings: BrowserSettings
  nonisolated let connection: DevToolsConnection
  nonisolated let clock: any WallClock
  /// The name of the module's own JavaScript world in every document: the recorder's and the acting scripts'.
  static let world = "understudy"

  var pages = OpenPages()
  /// The profile's own context: every other one is a private window.
  var ownContext: String?
  private let process: BrowserProcess
  private var bookkeeping: Task<Void, Never>?

  private init(settings: BrowserSettings, process: BrowserProcess, clock: any WallClock) {
    self.settings = settings
    self.process = process
    self.clock = clock
    connection = process.connection
  }

  /// Starts a browser and waits until its first tab is there.
  ///
  /// `environment` is what the browser is started in; nil for this program's own.
  public static func start(
    _ settings: BrowserSettings, clock: any WallClock = SystemClock(),
    environment: [String: String]? = nil
  ) async throws(SurfaceError) -> Chromium {
    let process = try await BrowserProcess.start(
      settings, environment: environment ?? ProcessInfo.processInfo.environment)
    let browser = Chromium(settings: settings, process: process, clock: clock)
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
    await process.end()
    bookkeeping?.cancel()
  }

  public func capabilities() async -> [Capability: Availability] {
    [
      .input: .available, .elements: .available, .clipboard: .available, .windows: .available,
      .downloads: .available, .acting: .available, .indicator: .available,
      .frames: settings.frames ? .available : .unavailable("The grant allows no pictures of the browser."),
    ]
  }

  public nonisolated func events() -> AsyncThrowingStream<Event, any Error> {
    AsyncThrowingStream { $0.finish() }
  }

  // MARK: - Attaching

  private func attach() async throws(SurfaceError) {
    struct Contexts: Decodable { var defaultBrowserContextId: String? }
    let events = connection.events()
    let (firstTab, found) = AsyncStream.makeStream(of: Void.self)
    bookkeeping = Task { [weak self] in
      for await event in events {
        await self?.handle(event)
        if await self?.pages.tabs.isEmpty == false { found.finish() }
      }
      found.finish()
    }
    ownContext = try await connection.call("Target.getBrowserContexts", as: Contexts.self).defaultBrowserContextId
    connection.post("Target.setDiscoverTargets", ["discover": true])
    _ = try await connection.call("Target.setAutoAttach", Self.autoAttach)
    for await _ in firstTab {}
    if let end = connection.ended { throw end }
  }

  static let autoAttach: DevToolsParameters = {
    struct Filter: Encodable { var type: String }
    return [
      "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true,
      "filter": [Filter(type: "page"), Filter(type: "iframe")],
    ]
  }()
}
