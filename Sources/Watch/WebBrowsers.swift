/// The browsers that a desktop may have. Their pages are granted by address, never as an application's windows: those
/// say neither whose page is shown nor whether the window is a private one.
public enum WebBrowsers {
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "chrome", "firefox", "firefox-esr", "navigator", "librewolf",
    "brave-browser", "microsoft-edge", "opera", "vivaldi-stable", "epiphany", "org.gnome.epiphany", "falkon",
    "konqueror", "qutebrowser", "midori", "tor browser", "torbrowser",
  ]

  /// Whether an application, by the name that grants use for it, is a browser.
  public static func contain(application: String) -> Bool {
    let name = application.lowercased()
    return names.contains { name == $0 || name.hasPrefix($0 + "-") || name.hasPrefix($0 + " ") }
  }

  /// Whether a grant of this name would let a browser in; a final `*` stands for any ending.
  public static func areNamed(by name: String) -> Bool {
    let name = name.lowercased()
    guard name.hasSuffix("*") else { return contain(application: name) }
    return names.contains { $0.hasPrefix(name.dropLast()) } || contain(application: String(name.dropLast()))
  }
}
