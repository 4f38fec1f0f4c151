public import Guard

/// What a grant names, in words.
public enum PlaceText {
  /// Pages and files as they were written, applications by their names, windows by words of
  /// their titles.
  public static func places(of scope: Scope) -> String {
    scope.places.map(words).joined(separator: ", ")
  }

  /// One of them: `https://tracker.example.org`, `/home/anna/invoices`, `mousepad (application)`,
  /// `windows called “Salaries”`.
  public static func words(_ place: PlacePattern) -> String {
    let written = place.description
    if written.hasPrefix("window:") {
      return "windows called “" + written.dropFirst("window:".count).drop(while: \.isWhitespace) + "”"
    }
    return written.hasPrefix("app:") ? written.dropFirst("app:".count) + " (application)" : written
  }
}
