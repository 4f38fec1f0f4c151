import CBus
import Foundation
import Surfaces
import Synchronization
import Trace

/// What applications tell of their windows' contents (AT-SPI over D-Bus), looked at and acted on.
///
/// Every call ends within its time limit, whatever the application does. Whoever records and whoever acts take one
/// each: a long observation then never holds up the look at a click.
///
/// ```swift
/// let bus = AccessibilityBus()
/// let element = await bus.element(at: point, in: window)
/// ```
actor AccessibilityBus {
  private let thread = DedicatedThread(name: "accessibility")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// How long a look at a click may take.
  nonisolated let limit: Duration
  /// What was focused last, as the changes told.
  nonisolated let focus: LastFocus
  private let session: String?
  private var connection: BusConnection?
  /// The names on the bus of the applications of a process.
  var applications: [Int32: [String]] = [:]
  /// The ways from an application's window down to what holds LibreOffice's own tree, by that tree's root.
  var holders: [Accessible: [Accessible]] = [:]
  var layout = KnownLayout()
  var remembered = RememberedFacts()
  /// The way down to what was looked at last.
  var way: [Seen] = []
  /// What was asked ahead of time, during one look.
  var foreseen: [BusCall: BusAnswer] = [:]
  /// The way down to the sheet whose cell was described last: the next one is most often of the same.
  var sheet: (path: [Seen], until: Deadline)?
  /// What was written in the windows that were read last.
  var written = RecentWindows<WrittenObject>()

  /// - Parameter session: The address of the session's bus; nil for the process' own.
  init(session: String? = nil, limit: Duration = .milliseconds(150), focus: LastFocus = LastFocus()) {
    self.session = session
    self.limit = limit
    self.focus = focus
  }

  /// Asks everything at once; a connection that is gone is opened anew, once.
  func ask(_ calls: [BusCall], until deadline: Deadline) throws(SurfaceError) -> [BusAnswer] {
    do {
      return try opened(until: deadline).ask(calls, until: deadline)
    } catch {
      close()
    }
    do {
      return try opened(until: deadline).ask(calls, until: deadline)
    } catch {
      close()
      throw AccessibilityAddress.unavailable
    }
  }

  func ask(_ call: BusCall, until deadline: Deadline) throws(SurfaceError) -> BusAnswer {
    if let answer = foreseen[call] { return answer }
    return try ask([call], until: deadline).first ?? .late
  }

  /// Whether applications can be asked at all.
  func isThere() -> Bool {
    do {
      _ = try opened(until: .after(limit))
      return true
    } catch {
      return false
    }
  }

  private func opened(until deadline: Deadline) throws(BusError) -> BusConnection {
    if let connection { return connection }
    let opened = try AccessibilityAddress.open(session: session, until: deadline)
    connection = opened
    return opened
  }

  private func close() {
    connection = nil
    applications = [:]
    holders = [:]
    layout = KnownLayout()
    remembered = RememberedFacts()
    way = []
    sheet = nil
    written = RecentWindows()
  }
}
