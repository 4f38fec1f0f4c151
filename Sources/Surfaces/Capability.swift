/// Something that can be watched or done on a surface.
public enum Capability: String, Sendable, Codable, Hashable, CaseIterable {
  case input, elements, frames, clipboard, windows, downloads, acting, indicator
}

/// Whether a capability is there.
public enum Availability: Sendable, Codable, Hashable {
  case available
  /// Why not, in a sentence that says what to do.
  case unavailable(String)
}
