import DesktopSurface
import Foundation
import Surfaces

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
    case .x11, .xwayland, .wayland: nil
    case .none:
      "Applications are watched on a display, and there is none (DISPLAY is not set). Run this in a terminal of a "
        + "graphical session."
    }
  }

  /// Why applications cannot be acted on here, and what to do; nil where they can.
  var actingObstacle: String? {
    kind == .wayland
      ? "This session runs on Wayland, where no program may type or click in the windows of others. Log in to an X11 "
        + "session (often called “on Xorg”) for that."
      : obstacle
  }

  var isWayland: Bool { kind == .wayland || kind == .xwayland }

  /// What is missed where of a Wayland session only its X server can be watched.
  static let limitOfXwayland =
    "This session runs on Wayland: of applications only those are seen that use its X server (Xwayland). Log in to an "
    + "X11 session to have all of them."
}

extension DesktopSession {
  /// Opens the desktop in the way that its session allows; nothing is recorded by it.
  ///
  /// On Wayland applications are recorded by what they tell. Where no sign can be kept over its windows, what is left is
  /// its X server, if it has one.
  func open(
    _ settings: DesktopSettings, clock: any WallClock = SystemClock()
  ) async throws(SurfaceError) -> any WatchedDesktop {
    guard isWayland else { return try await Desktop.start(settings, clock: clock) }
    do {
      return try await ToldDesktop.start(settings, clock: clock)
    } catch {
      guard kind == .xwayland else { throw error }
      return try await Desktop.start(settings, clock: clock)
    }
  }

  /// What is missed of an opened desktop, a sentence for each; said when recording begins.
  func limits(of desktop: any WatchedDesktop) async -> [String] {
    guard isWayland else { return [] }
    guard desktop is ToldDesktop else { return [Self.limitOfXwayland] }
    let found = await desktop.capabilities()
    return [Capability.input, .clipboard].compactMap { source in
      if case .unavailable(let reason) = found[source] { reason } else { nil }
    }
  }
}
