import Trace

/// A window on the screen that a person can see.
struct DesktopWindow: Sendable, Hashable, Identifiable {
  /// As the X server numbers it: the client's own window, not the frame around it.
  var id: UInt32
  var title: String
  /// What grants name: the second part of `WM_CLASS` in lower case where there is one, else the process' name;
  /// empty where neither is known.
  ///
  /// A dialog or menu has its owner's, where both are of one process: LibreOffice's dialogs call themselves `Soffice`,
  /// whatever they belong to, and its documents `libreoffice-calc`, `libreoffice-writer` and so on.
  var application: String
  /// Nil where the window does not say.
  var process: Int32?
  /// On the screen, without the window manager's frame and without the shadow that the program drew around it.
  var bounds: Bounds
  /// A menu, a tooltip, a drop-down list: not managed by the window manager. It belongs to the window it is over.
  var isPopup: Bool
  /// The window that a dialog or menu belongs to; nil for none or where it is not known.
  var owner: UInt32?
}
