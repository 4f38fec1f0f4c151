public import Guard

/// What a grant names, in words.
public enum PlaceText {
  /// Pages and files as they were written, applications by their names.
  public static func places(of scope: Scope) -> String {
    scope.places.map(words).joined(separator: ", ")
  }

  /// One of them: `https://tracker.example.org`, `/home/anna/invoices`, `mousepad (application)`.
  public static func words(_ place: PlacePattern) -> String {
    let written = place.description
    return written.hasPrefix("app:") ? written.dropFirst("app:".count) + " (application)" : written
  }
}
