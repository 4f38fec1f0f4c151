public import Surfaces
public import Trace

extension ToldDesktop {
  /// What a Wayland session lets be watched, whether or not it can be recorded; nothing is shown or recorded by asking.
  public static func capabilities(_ settings: DesktopSettings) async -> [Capability: Availability] {
    let bus = AccessibilityBus(session: settings.session)
    let tells: Availability =
      await bus.isThere() ? .available : .unavailable(AccessibilityAddress.unavailable.reason)
    var sign = Availability.available
    do { _ = try LayerIndicator(display: settings.compositor) } catch { sign = .unavailable(error.reason) }
    return [
      .elements: tells, .windows: tells, .indicator: sign,
      .input: .unavailable(
        "Wayland tells no program of keyboard and mouse. What is typed, chosen, checked and pressed is recorded as far "
          + "as applications tell of it; shortcuts, clicks elsewhere, choices of menus and drags are not. Log in to an "
          + "X11 session (often called “on Xorg”) to have them."),
      .clipboard: .unavailable(
        "Wayland tells a program of the clipboard only while its own window has the keyboard: what is copied is not "
          + "recorded, and what is pasted counts as typed."),
      .frames: .unavailable("Pictures of the screen need the desktop's portal on Wayland, which is not asked yet."),
      .acting: .unavailable("Wayland lets no program type or click in the windows of others. \(instead)"),
      .downloads: .unavailable("Files that applications save are not watched."),
    ]
  }

  private static let instead = "Log in to an X11 session (often called “on Xorg”)."

  public func capabilities() async -> [Capability: Availability] { await Self.capabilities(settings) }

  public func observe(within budget: Budget) async throws(SurfaceError) -> Observation { throw Self.unactable }

  public func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    throw Self.unactable
  }

  /// The windows that are showing, of the applications that may be looked at.
  public func windows() async throws(SurfaceError) -> [Place] {
    let isGranted = settings.isGranted
    return try await looking.windows { isGranted(Place(application: $0, window: "")) }
      .map { Place(application: $0.application, window: $0.id, title: $0.title) }
      .filter(isGranted)
  }

  private static let unactable = SurfaceError(
    .unsupported, "Wayland lets no program type or click in the windows of others. \(instead)")
}
