/// The clipboard has something else on it.
struct ClipboardChange: Sendable, Hashable {
  /// The window of the program that put it there, seldom one that is seen; nil where the clipboard is empty now.
  var owner: UInt32?
  /// Whether the program says that it is a password, or did not say in time what it is: its text is not to be read.
  var isSecret: Bool
  /// When it was put there, in milliseconds of the server's clock.
  var serverTime: UInt32
}
