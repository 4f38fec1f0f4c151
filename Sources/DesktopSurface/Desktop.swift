public import Surfaces
public import Trace

/// The applications of an X11 desktop, watched and acted on element by element.
///
/// Keyboard and mouse are told by the X server, what was under them by the applications themselves (AT-SPI).
///
/// ```swift
/// let desktop = try await Desktop.start(DesktopSettings { scope.contains($0, on: .desktop, at: clock.now()) })
/// let events = desktop.events()
/// try await desktop.show(.recording)
/// for try await event in events { … }
/// await desktop.end()
/// ```
///
/// Only windows that ``DesktopSettings/isGranted`` lets through are looked into, and only while ``show(_:)`` says so to
/// the person.
public actor Desktop: Surface {
  private nonisolated let thread: DedicatedThread
  public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  public nonisolated let kind = SurfaceKind.desktop
  nonisolated let settings: DesktopSettings
  nonisolated let clock: any WallClock
  nonisolated let feed = EventFeed(session: "desktop")

  /// Looks at what is clicked; following the focus and acting have connections of their own, so that none waits for
  /// another.
  nonisolated let looking: AccessibilityBus
  nonisolated let following: AccessibilityBus
  nonisolated let touching: AccessibilityBus
  /// Reads what is written in pictures.
  nonisolated let reading: AccessibilityBus
  nonisolated let camera: ScreenPictures
  /// Reads them where applications tell nothing.
  nonisolated let reader: PictureReader
  nonisolated let windowSystem: WindowSystem
  nonisolated let hand: Hand
  nonisolated let board: Clipboard
  nonisolated let indicator: RecordingIndicator

  // MARK: What is recorded

  var state = IndicatorState.stopped
  var acting = ActingTimes()
  var clipboard = ClipboardMemory()
  /// The button that is held, and what it was pressed on.
  var pressed: Press?
  var lastClick: LastClick?
  /// What had the focus, as it was when it came there or was typed into last.
  var focus = FocusHistory()
  /// What a key has just left: the focus may still be on its way from there.
  var left: LeftElement?
  /// The choice of an open menu or list that the pointer or the keys are on.
  var hovered: Hovered?
  /// What is being typed.
  var typing: Typing?
  /// A list of choices that was opened: what is chosen in it is said with it.
  var openList: OpenList?
  /// The wheel, as long as it is turned.
  var wheel: WheelTurn?
  /// A shortcut for copying or cutting that the clipboard has not answered yet.
  var taking: Taking?
  /// What the clipboard has told that no shortcut has asked for yet.
  var copied: ClipboardChange?
  /// What the pointer rests on: looked at before it is pressed.
  var rest: PointerRest?
  /// The processes that have not answered in time.
  var silent: [Int32: Silence] = [:]
  /// The processes that were not on the accessibility bus when they were looked at last.
  var treeless: Set<Int32> = []
  /// What was typed where no application says into what.
  var typed = TypedLetters()
  /// The click that waits for what is read of it: whatever comes next is told after it.
  var naming: Task<Void, Never>?
  /// The granted windows that are open, by their numbers.
  var places: [UInt32: KnownPlace] = [:]
  var picturePace: PicturePace
  var pictures = WindowPictures()
  /// Whether a picture is being taken: one after the other.
  var isPicturing = false

  // MARK: What is acted on

  /// The window that is observed and acted on; nil for the one that has the keyboard.
  var front: UInt32?
  /// The elements of the latest observation, by their handles.
  var observed: [ElementHandle: Observed] = [:]
  /// How many moves of the focus are being looked at.
  var follows = 0
  /// Whether the text that is being typed is being read: once at a time is enough.
  var isNoting = false
  /// What followed the action that is going on; nil while nothing is done.
  var aftermath: [Signal]?

  private var watching: Task<Void, Never>?

  private init(_ settings: DesktopSettings, clock: any WallClock) throws(SurfaceError) {
    thread = DedicatedThread(name: "desktop")
    self.settings = settings
    picturePace = settings.picturePace
    self.clock = clock
    looking = AccessibilityBus(session: settings.session, limit: Self.longestLook)
    following = AccessibilityBus(session: settings.session, focus: looking.focus)
    touching = AccessibilityBus(session: settings.session, limit: Self.longestWait, focus: looking.focus)
    reading = AccessibilityBus(session: settings.session, focus: looking.focus)
    camera = try ScreenPictures(display: settings.display)
    reader = PictureReader(settings.reading)
    windowSystem = try WindowSystem(display: settings.display, on: thread)
    hand = try Hand(display: settings.display)
    board = try Clipboard(display: settings.display)
    indicator = try RecordingIndicator(display: settings.display)
  }

  /// A busy application takes some tens of milliseconds for an answer.
  private static let longestLook = Duration.milliseconds(300)
  /// Whoever acts has time to wait for an application that is busy.
  private static let longestWait = Duration.seconds(1)

  /// Begins to follow the desktop; nothing is recorded before ``show(_:)``.
  ///
  /// Throws `unavailable` where there is no X display.
  public static func start(
    _ settings: DesktopSettings, clock: any WallClock = SystemClock()
  ) async throws(SurfaceError) -> Desktop {
    let desktop = try Desktop(settings, clock: clock)
    try await desktop.follow()
    return desktop
  }

  /// Stops following; every stream of events ends.
  public func end() async {
    watching?.cancel()
    await watching?.value
    feed.end()
  }

  public nonisolated func events() -> AsyncThrowingStream<Event, any Error> { feed.stream() }

  public func capabilities() async -> [Capability: Availability] {
    let tells = await looking.isThere()
    let untold = Availability.unavailable(
      "No accessibility bus answers in this session. Install at-spi2-core and log in again.")
    return [
      .input: .available, .windows: .available, .clipboard: .available, .indicator: .available, .acting: .available,
      .elements: tells ? .available : untold,
      .frames: camera.obstacle.map { .unavailable($0) } ?? (tells ? .available : untold),
      .downloads: .unavailable("Files that applications save are not watched."),
    ]
  }

  private func follow() throws(SurfaceError) {
    let happenings = try Happenings(settings, focus: looking.focus)
    // What is told wakes no thread but this actor's own.
    watching = Task(executorPreference: thread) { [weak self, feed, thread] in
      defer { withExtendedLifetime(thread) {} }
      do {
        for try await happening in happenings.stream { await self?.take(happening) }
        await self?.settleAll()
        feed.end()
      } catch {
        feed.end(throwing: error as? SurfaceError)
      }
    }
  }
}

extension Desktop: Indicator {
  /// Shows the indicator over all windows and goes on, pauses or stops with it; what was held back for what comes next
  /// is told before a stop, and forgotten at a pause.
  public func show(_ state: IndicatorState) async throws {
    if self.state == .recording, state == .stopped { await settleAll() }
    if state != .recording {
      self.state = state
      pictures.forgetAll()
      await reader.forget()
    }
    do {
      try await indicator.show(state)
    } catch {
      self.state = .stopped
      forgetHeld()
      pictures.forgetAll()
      throw error
    }
    if state != .recording { forgetHeld() }
    self.state = state
    if state == .recording { await wantPictureOfFront() }
  }
}
