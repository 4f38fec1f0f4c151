import Trace

/// An element that its application tells of, with the window that it is in.
struct ToldElement: Sendable, Hashable {
  var seen: SeenElement
  var window: ToldWindow
  /// Whether programs write into it by themselves, as into a terminal: what stands in it nobody typed.
  var isWrittenByPrograms = false
}

/// A window as its application tells of it.
struct ToldWindow: Sendable, Hashable {
  var accessible: Accessible
  var title: String
  /// What the application calls itself, in lower case.
  var application: String
  var process: Int32?
  /// Whether it has the keyboard.
  var isActive: Bool

  /// Its name in a ``Place``: no other open window has it.
  var id: String { accessible.bus + "/" + (accessible.path.split(separator: "/").last ?? "") }

  /// The same for questions that are asked of a window. Where it is on the screen is not known on Wayland.
  var asWindow: DesktopWindow {
    DesktopWindow(
      id: 0, title: title, application: application, process: process, bounds: .init(x: 0, y: 0, width: 0, height: 0),
      isPopup: false)
  }
}
