/// Why a window shows another document.
public enum NavigationCause: String, Sendable, Codable, Hashable, CaseIterable {
  case typed, link, form, script, reload, back, forward, redirect, other
}
