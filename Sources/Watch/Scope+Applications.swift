public import Guard

extension Scope {
  /// The applications that are named, as grants name them (`libreoffice-calc`).
  public var applications: [String] { places.compactMap(\.application) }
}

extension PlacePattern {
  /// The application that is named; nil for a page or a file.
  public var application: String? {
    description.hasPrefix("app:") ? String(description.dropFirst("app:".count)) : nil
  }
}
