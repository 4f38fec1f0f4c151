/// What followed an action by itself.
public enum Signal: Sendable, Codable, Hashable {
  case navigation(to: String, cause: NavigationCause)
  /// A dialog of the surface opened: alert, confirm, prompt, beforeunload.
  case dialog(kind: String, message: String)
  case download(FileDescription)
  case windowOpened(window: String)
  case windowClosed(window: String)
  /// A form was sent.
  case submitted
  /// A page or application ended by itself.
  case crashed
  /// A command ended with this status.
  case exited(status: Int)
  /// A granted file was opened or has changed: its rows can be where typed values come from.
  case opened(Table)
  /// Events are missing here, and why, in a sentence.
  case gap(String)
  /// Something happened that could not be recorded (a closed shadow root, a canvas), and why.
  case notRecorded(String)
}
