/// How the browser is started, and what of it may be watched.
///
/// ```swift
/// var settings = BrowserSettings(profile: "/home/ada/.local/share/understudy/browser")
/// settings.origins = ["https://tracker.example.org"]
/// let browser = try await Chromium.start(settings)
/// ```
public struct BrowserSettings: Sendable {
  /// The program; nil for the first Chromium or Chrome on `PATH`.
  public var executable: String?
  /// The folder of the browser's own profile: kept from run to run, and used by this browser alone.
  public var profile: String
  /// Without a window. Nobody sees the indicator then: for tests and scripted work.
  public var isHeadless: Bool
  /// The window's size in pixels.
  public var window: Size
  /// What is passed to the browser beside what this module needs.
  public var flags: [String]
  /// What the browser opens first.
  public var address: String
  /// The origins that may be watched, as a person writes them: `https://tracker.example.org`, `localhost:8000`,
  /// `https://*.example.org`, `http://localhost:*`. Nothing of any other is recorded: not of a page, nor of a frame,
  /// nor of a frame in a page that is not named. A path behind the host is not looked at here.
  public var origins: Set<String>
  /// Whether events carry pictures.
  public var frames: Bool
  /// How long acting waits until an element is visible, enabled, still and not covered.
  public var patience: Duration

  public struct Size: Sendable, Hashable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  public init(
    profile: String, executable: String? = nil, isHeadless: Bool = false, window: Size = Size(width: 1280, height: 900),
    flags: [String] = [], address: String = "about:blank", origins: Set<String> = [], frames: Bool = false,
    patience: Duration = .seconds(8)
  ) {
    self.profile = profile
    self.executable = executable
    self.isHeadless = isHeadless
    self.window = window
    self.flags = flags
    self.address = address
    self.origins = origins
    self.frames = frames
    self.patience = patience
  }
}
