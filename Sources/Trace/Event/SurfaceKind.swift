/// The kinds of place where work happens and can be watched.
public enum SurfaceKind: String, Sendable, Codable, Hashable, CaseIterable {
  case browser
  case desktop
  case terminal
}
