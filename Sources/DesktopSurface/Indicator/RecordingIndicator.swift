import Surfaces
import Synchronization

/// Says on the screen that recording is on: “● Recording” in red, “❚❚ Paused” in amber, over all windows; and by the same
/// sign in the tray, where there is one.
///
/// A window that was closed or hidden is not shown again by itself: ``show(_:)`` throws from then on, until
/// ``IndicatorState/stopped`` was shown.
actor RecordingIndicator: Indicator {
  private let thread = DedicatedThread(name: "recording indicator")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let display: String?
  private let connection: XConnection
  private var shown: (window: IndicatorWindow, keeper: IndicatorKeeper)?
  /// Who keeps the window that is shown.
  private nonisolated let keeper = Mutex<IndicatorKeeper?>(nil)

  /// Throws ``SurfaceError/Code/unavailable`` where the display is not there.
  init(display: String?) throws(SurfaceError) {
    self.display = display
    connection = try XConnection(display: display)
  }

  /// Shows the state and makes sure that it is seen. Throws where it is not.
  func show(_ state: IndicatorState) throws {
    guard state != .stopped else { return remove() }
    if let shown {
      guard !shown.keeper.isGone else {
        try connection.check()
        throw SurfaceError(
          .closed, "The window that shows that recording is on was taken away. Stop, and start recording again.")
      }
      shown.window.show(state)
      shown.keeper.show(state)
      try shown.window.verify()
    } else {
      let window = IndicatorWindow(state, connection)
      do {
        try connection.roundTrip()
        let keeper = try IndicatorKeeper(window.id, state, display: display)
        try window.verify()
        shown = (window, keeper)
        self.keeper.withLock { $0 = keeper }
        Task { await keeper.keep() }
      } catch {
        window.remove()
        throw error
      }
    }
  }

  /// Whether the window is there and nobody has taken it away: cheap enough to be asked at every event.
  nonisolated var isShown: Bool { keeper.withLock { keeper in keeper.map { !$0.isGone } ?? false } }

  /// The window's number, for tests and for who has to leave it out; nil while there is none.
  var window: UInt32? { shown?.window.id }

  private func remove() {
    guard let shown else { return }
    shown.keeper.show(.stopped)
    shown.window.remove()
    self.shown = nil
    keeper.withLock { $0 = nil }
  }
}
