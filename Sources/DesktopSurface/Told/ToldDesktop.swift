public import Surfaces
public import Trace

/// The applications of a Wayland session, recorded by what they tell of themselves (AT-SPI) and by nothing else.
///
/// Wayland lets no program follow keyboard and mouse in the windows of others. So fields, boxes, choices and buttons are
/// told by the applications; which keys were pressed and where the pointer was nobody knows.
///
/// ```swift
/// let desktop = try await ToldDesktop.start(DesktopSettings { scope.contains($0, on: .desktop, at: clock.now()) })
/// let events = desktop.events()
/// try await desktop.show(.recording)
/// for try await event in events { … }
/// await desktop.end()
/// ```
///
/// Only applications that ``DesktopSettings/isGranted`` lets through are asked or listened to, and only while
/// ``show(_:)`` says so to the person.
public actor ToldDesktop: WatchedDesktop {
  public nonisolated let kind = SurfaceKind.desktop
  nonisolated let settings: DesktopSettings
  nonisolated let clock: any WallClock
  nonisolated let feed = EventFeed(session: "desktop")
  nonisolated let looking: AccessibilityBus
  nonisolated let indicator: LayerIndicator

  var state = IndicatorState.stopped
  /// What has the focus, as it was when it came there or was told of last.
  var focused: ToldElement?
  /// What was chosen last, as it was then.
  var selected: SeenElement?
  /// The text or number that is being entered.
  var typing: Typing?
  /// The granted windows that are open, by their names in ``Place``.
  var places: [String: KnownPlace] = [:]
  /// The processes that have not answered in time.
  var silent: [Int32: Silence] = [:]

  private var watching: Task<Void, Never>?

  private init(_ settings: DesktopSettings, clock: any WallClock) throws(SurfaceError) {
    self.settings = settings
    self.clock = clock
    looking = AccessibilityBus(session: settings.session, limit: .milliseconds(300))
    indicator = try LayerIndicator(display: settings.compositor)
  }

  /// Begins to follow the applications; nothing is recorded before ``show(_:)``.
  ///
  /// Throws `unavailable` where no compositor answers or no application can be asked, `unsupported` where the
  /// compositor lets no sign be kept over all windows.
  public static func start(
    _ settings: DesktopSettings, clock: any WallClock = SystemClock()
  ) async throws(SurfaceError) -> ToldDesktop {
    let desktop = try ToldDesktop(settings, clock: clock)
    guard await desktop.looking.isThere() else { throw AccessibilityAddress.unavailable }
    try await desktop.follow()
    return desktop
  }

  private func follow() throws(SurfaceError) {
    let interest = AccessibilityInterest(states: [.checked, .showing, .armed]) { [settings] in
      settings.isGranted(Place(application: $0, window: ""))
    }
    let changes = try AccessibilityWatch(session: settings.session, focus: looking.focus, interest: interest).stream()
    watching = Task { [weak self, feed] in
      do {
        for try await change in changes { await self?.take(change) }
        await self?.finishTyping()
        feed.end()
      } catch {
        feed.end(throwing: error as? SurfaceError)
      }
    }
  }

  public func end() async {
    watching?.cancel()
    await watching?.value
    feed.end()
  }

  public nonisolated func events() -> AsyncThrowingStream<Event, any Error> { feed.stream() }

  /// Shows the indicator over all windows and goes on, pauses or stops with it; what is being typed is told before a
  /// stop, and forgotten at a pause.
  public func show(_ state: IndicatorState) async throws {
    if self.state == .recording, state == .stopped { await finishTyping() }
    let isNew = state == .recording && self.state != .recording
    if state != .recording { self.state = state }
    do {
      try await indicator.show(state)
    } catch {
      self.state = .stopped
      (typing, focused) = (nil, nil)
      throw error
    }
    if state == .paused { (typing, focused) = (nil, nil) }
    if isNew { await lookAround() }
    self.state = state
  }
}
