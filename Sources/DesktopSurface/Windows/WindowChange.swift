/// What happened to the windows of a display.
enum WindowChange: Sendable, Hashable {
  case opened(DesktopWindow)
  /// By its number, because it can tell nothing any more. Menus and tooltips close when they are hidden.
  case closed(UInt32)
  /// Another window has the keyboard now, or none.
  case activated(DesktopWindow?)
  /// Its title is another one: often another document.
  case renamed(DesktopWindow)
}
