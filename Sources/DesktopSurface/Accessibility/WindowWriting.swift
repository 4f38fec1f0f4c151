import Trace

/// What is written in a window, as its application tells, and where; on the screen.
struct WindowWriting: Sendable, Hashable {
  var texts: [DrawnText] = []
  /// Where fields hold secrets.
  var secrets: [Bounds] = []
}
