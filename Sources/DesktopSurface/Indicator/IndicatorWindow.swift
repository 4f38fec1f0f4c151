/// The window that says that recording is on.
enum IndicatorWindow {
  /// The property that marks it, so that it is never recorded itself, whichever process shows it.
  static let mark = "_UNDERSTUDY_INDICATOR"
}
