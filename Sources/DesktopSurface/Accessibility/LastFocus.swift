import Synchronization

/// What has the focus, as applications last told, and which fields hold secrets: what all connections know together.
final class LastFocus: Sendable {
  /// By the application's name on the bus.
  private struct Last {
    var focused: [String: Accessible] = [:]
    /// The cursor of the table or list that told last.
    var cursor: [String: Accessible] = [:]
    /// What began to show last: Qt tells of a context menu nowhere else.
    var shown: [String: [Accessible]] = [:]
    /// The fields that held a secret when they were first seen.
    var secrets: Set<Accessible> = []
    /// Where the focus or a cursor went, the latest at the end.
    var moves: [Move] = []
    /// What boxes were set to, by acts that have not asked yet, the latest at the end.
    var boxes: [Box] = []
    /// When applications told of any change, the latest at the end.
    var changes: [Change] = []
  }

  /// Something has changed in an application.
  private struct Change {
    var process: Int32?
    var time: ContinuousClock.Instant
  }

  /// A box was set or cleared.
  private struct Box {
    var accessible: Accessible
    var isOn: Bool
    var time: ContinuousClock.Instant
  }

  /// The focus, or the cursor in what has it, has gone somewhere.
  private struct Move {
    var accessible: Accessible
    var isCursor: Bool
    var time: ContinuousClock.Instant
  }

  private let last = Mutex(Last())
  /// Applications beyond this are not remembered: there are never so many.
  private static let most = 256

  func note(_ accessible: Accessible) {
    last.withLock { last in
      if last.focused.count >= Self.most { last = Last(secrets: last.secrets) }
      last.focused[accessible.bus] = accessible
      Self.add(Move(accessible: accessible, isCursor: false, time: .now), to: &last)
    }
  }

  func note(cursor: Accessible) {
    last.withLock { last in
      last.cursor[cursor.bus] = cursor
      Self.add(Move(accessible: cursor, isCursor: true, time: .now), to: &last)
    }
  }

  private static func add(_ move: Move, to last: inout Last) {
    last.moves.append(move)
    if last.moves.count > most { last.moves.removeFirst(most / 2) }
  }

  /// Where the focus, or the cursor of a sheet, went after a moment, the first place first.
  func moves(ofApplication bus: String, isCursor: Bool, after moment: ContinuousClock.Instant) -> [Accessible] {
    last.withLock { last in
      last.moves.filter { $0.time >= moment && $0.isCursor == isCursor && $0.accessible.bus == bus }.map(\.accessible)
    }
  }

  func note(box: Accessible, isOn: Bool) {
    last.withLock { last in
      last.boxes.append(Box(accessible: box, isOn: isOn, time: .now))
      if last.boxes.count > Self.most { last.boxes.removeFirst(Self.most / 2) }
    }
  }

  /// What a box was set to first after a moment; nil where its application has not told yet. Each change is one act's:
  /// the next to ask is told of the next.
  func takeChange(ofBox box: Accessible, after moment: ContinuousClock.Instant) -> Bool? {
    last.withLock { last in
      guard let change = last.boxes.firstIndex(where: { $0.accessible == box && $0.time >= moment }) else { return nil }
      let isOn = last.boxes[change].isOn
      last.boxes = last.boxes.enumerated().filter { $0 > change || $1.accessible != box }.map(\.element)
      return isOn
    }
  }

  /// Something has changed in an application.
  func note(changeOf process: Int32?, at time: ContinuousClock.Instant) {
    last.withLock { last in
      last.changes.append(Change(process: process, time: time))
      // Where much is drawn anew these come by the hundred.
      if last.changes.count > 4 * Self.most { last.changes.removeFirst(2 * Self.most) }
    }
  }

  /// Whether an application told of a change between two moments.
  func hasChanged(
    _ process: Int32?, from start: ContinuousClock.Instant, until end: ContinuousClock.Instant
  ) -> Bool {
    guard let process else { return false }
    return last.withLock { last in
      last.changes.contains { $0.process == process && $0.time >= start && $0.time <= end }
    }
  }

  /// When any application told of a change last.
  var latestChange: ContinuousClock.Instant? { last.withLock { $0.changes.last?.time } }

  func note(shown: Accessible) {
    last.withLock { last in last.shown[shown.bus] = ([shown] + (last.shown[shown.bus] ?? [])).prefix(8).map { $0 } }
  }

  /// Whether a field holds a secret: once it did it always does, also while it shows what is in it.
  func isSecret(_ accessible: Accessible, said: Bool) -> Bool {
    last.withLock { last in
      if said { last.secrets.insert(accessible) }
      return said || last.secrets.contains(accessible)
    }
  }

  /// Whether any field of an application holds a secret.
  func hasSecrets(ofApplication bus: String) -> Bool {
    last.withLock { last in last.secrets.contains { $0.bus == bus } }
  }

  func forget(bus: String) {
    last.withLock { last in
      last.secrets = last.secrets.filter { $0.bus != bus }
      last.focused[bus] = nil
      last.cursor[bus] = nil
      last.shown[bus] = nil
    }
  }

  func accessible(ofApplication bus: String) -> Accessible? { last.withLock { last in last.focused[bus] } }

  /// When the focus or a cursor went to an object last.
  func time(of accessible: Accessible) -> ContinuousClock.Instant? {
    last.withLock { last in last.moves.last { $0.accessible == accessible }?.time }
  }

  /// Whether an object is what its application told last, or the cursor in it.
  func holds(_ accessible: Accessible) -> Bool {
    last.withLock { last in
      last.focused[accessible.bus] == accessible || last.cursor[accessible.bus] == accessible
    }
  }

  /// What began to show last, the latest first.
  func shown(byApplication bus: String) -> [Accessible] { last.withLock { last in last.shown[bus] ?? [] } }

  func cursor(ofApplication bus: String) -> Accessible? { last.withLock { last in last.cursor[bus] } }
}
