import Trace

/// What is written in a window, as its application tells, and where; on the screen.
struct WindowWriting: Sendable, Hashable {
  var texts: [DrawnText] = []
  /// Where fields hold secrets.
  var secrets: [Bounds] = []

  mutating func add(_ other: WindowWriting) {
    texts += other.texts
    secrets += other.secrets
  }
}

/// An object of a window and what was written in it when it was read last: where nothing has changed on the screen since,
/// it is not read again.
struct WrittenObject: Sendable {
  var seen: Seen
  /// What it shows itself.
  var own = WindowWriting()
  /// Whether it may be taken over where nothing has changed on the screen.
  var isKnown = true
  var children: [WrittenObject] = []

  /// All that it shows.
  var writing: WindowWriting {
    children.reduce(into: own) { $0.add($1.writing) }
  }
}
