import CWayland
import Surfaces

/// Says on a Wayland session that recording is on, over all windows: in the layer that compositors keep for that
/// (wlr-layer-shell: sway, KDE, Hyprland and others; GNOME has none).
///
/// What the compositor has taken away is not shown again by itself: ``show(_:)`` throws from then on, until
/// ``IndicatorState/stopped`` was shown.
actor LayerIndicator: Indicator {
  private let thread = DedicatedThread(name: "recording indicator")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// Only ever used on the actor's thread.
  private let layer: Layer

  /// Throws ``SurfaceError/Code/unavailable`` where there is no compositor, ``SurfaceError/Code/unsupported`` where it
  /// lets no program draw over all windows.
  init(display: String?) throws(SurfaceError) {
    layer = try Layer(display: display)
  }

  /// Shows the state and makes sure that it is on a screen. Throws where it is not.
  func show(_ state: IndicatorState) throws {
    guard state != .stopped else { return layer.hide() }
    try layer.show(IndicatorPixels(state))
  }

  /// Whether it is on a screen now: cheap enough to be asked at every event.
  var isShown: Bool { layer.isSeen }
}

/// The connection to the compositor, with the picture that it shows.
private final class Layer {
  private let handle: OpaquePointer

  init(display: String?) throws(SurfaceError) {
    guard let handle = understudy_layer_open(display) else {
      throw SurfaceError(
        .unavailable,
        "No Wayland compositor answers (WAYLAND_DISPLAY). Run this in a terminal of a graphical session.")
    }
    self.handle = handle
    guard understudy_layer_is_offered(handle) != 0 else {
      throw SurfaceError(
        .unsupported,
        "This desktop lets no program keep a sign over all windows (it lacks wlr-layer-shell, as GNOME does), and "
          + "without that sign nothing is recorded. Log in to an X11 session (often called “on Xorg”), or to a desktop "
          + "such as sway or KDE.")
    }
  }

  deinit { understudy_layer_close(handle) }

  func show(_ picture: IndicatorPixels) throws(SurfaceError) {
    let size = IndicatorPixels.size
    let result = understudy_layer_show(handle, Int32(size.width), Int32(size.height), picture.pixels)
    // The compositor says that it is on a screen once it has drawn it.
    for _ in 0..<100 where result == 0 && understudy_layer_is_seen(handle) == 0 {
      if understudy_layer_listen(handle, 10) < 0 || understudy_layer_is_closed(handle) != 0 { break }
    }
    guard result == 0, understudy_layer_is_seen(handle) != 0 else {
      throw SurfaceError(
        .closed,
        "The sign that shows that recording is on was taken from the screen. Stop, and start recording again.")
    }
  }

  var isSeen: Bool {
    understudy_layer_listen(handle, 0) == 0 && understudy_layer_is_seen(handle) != 0
  }

  func hide() { understudy_layer_hide(handle) }
}
