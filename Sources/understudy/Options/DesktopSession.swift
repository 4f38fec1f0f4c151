import Foundation

/// The session in which `understudy` runs, as its environment tells: whether applications can be watched in it.
struct DesktopSession: Sendable {
  /// What draws the windows of this session.
  enum Kind: Sendable, Hashable {
    case x11
    case wayland
    /// Wayland with an X server for old applications.
    case xwayland
    case none
  }

  let kind: Kind
  /// The name of the display, for example `:0`; empty where there is none.
  let display: String

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let x11 = environment["DISPLAY"] ?? "", wayland = environment["WAYLAND_DISPLAY"] ?? ""
    kind =
      switch (x11.isEmpty, wayland.isEmpty) {
      case (false, true): .x11
      case (true, false): .wayland
      case (false, false): .xwayland
      case (true, true): .none
      }
    display = x11.isEmpty ? wayland : x11
  }

  /// Why applications cannot be watched here, and what to do; nil where they can.
  var obstacle: String? {
    switch kind {
    case .x11, .xwayland: nil
    case .wayland:
      "This session runs on Wayland, where no program may follow keyboard and mouse in the windows of others, so "
        + "applications cannot be watched. Log in to an X11 session (often called “on Xorg”) for that; pages can be "
        + "recorded here."
    case .none:
      "Applications are watched on an X11 display, and there is none (DISPLAY is not set). Run this in a terminal of "
        + "a graphical X11 session."
    }
  }

  /// What is missed although applications can be watched; nil where nothing is.
  var limit: String? {
    kind == .xwayland
      ? "This session runs on Wayland: of applications only those are seen that use its X server (Xwayland). Log in to "
        + "an X11 session to have all of them."
      : nil
  }
}
