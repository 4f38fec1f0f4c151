public import Surfaces
public import Trace

/// Which desktop is watched, and what of it may be.
public struct DesktopSettings: Sendable {
  /// The X display, such as `:0`; nil for this program's own.
  public var display: String?
  /// The Wayland compositor, such as `wayland-1` or its socket's path; nil for this program's own.
  public var compositor: String?
  /// The address of the session's bus; nil for this program's own.
  public var session: String?
  /// Whether what happens in a place may be looked at. Asked before anything of a window's content is.
  public var isGranted: @Sendable (Place) -> Bool

  /// Whether pictures of a place that is granted may be kept; none are taken of others.
  public var keepsFrames: @Sendable (Place) -> Bool
  /// How often they are taken: applications have to answer for each what is written in them.
  public var picturePace = PicturePace(shortest: .seconds(2), most: 10, each: .seconds(10), size: 4_000)
  /// How what is pressed is read where applications tell nothing of their elements.
  public var reading = ReadingSettings()

  public init(
    display: String? = nil, compositor: String? = nil, session: String? = nil,
    isGranted: @escaping @Sendable (Place) -> Bool,
    keepsFrames: @escaping @Sendable (Place) -> Bool = { _ in false }
  ) {
    self.display = display
    self.compositor = compositor
    self.session = session
    self.isGranted = isGranted
    self.keepsFrames = keepsFrames
  }
}
