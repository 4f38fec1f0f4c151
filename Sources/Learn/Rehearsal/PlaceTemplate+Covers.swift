public import Trace

extension PlaceTemplate {
  /// Whether a place is one of those the template stands for; a part of the path that varied takes any text without
  /// a slash in it, or, where the whole path varied, any path.
  ///
  /// ```swift
  /// // /invoice/, nil, /change/
  /// template.covers(Place(application: "Chromium", window: "1", document: "https://x/invoice/12/change/"))  // true
  /// ```
  public func covers(_ place: Place) -> Bool {
    application == place.application && covers(document: place.innermostDocument)
  }

  /// The same for an address or a path alone.
  public func covers(document: String) -> Bool {
    let plain = document.prefix { $0 != "?" && $0 != "#" }
    guard (Place.origin(of: String(plain)) ?? "") == origin else { return false }
    if path == [nil] { return true }
    var rest = plain.dropFirst(origin.count)
    for (number, part) in path.enumerated() {
      if let part {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else {
        let isLast = number == path.count - 1
        rest = rest.drop { $0 != "/" || (isLast && path.count == 1) }
      }
    }
    return rest.isEmpty
  }
}
