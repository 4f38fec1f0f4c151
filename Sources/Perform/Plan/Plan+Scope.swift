import Trace

extension Plan {
  /// Whether a place lies within what the workflow names: a page by its origin, anything else by its application.
  func covers(_ place: Place) -> Bool {
    place.origin == nil && applications.contains(place.application) || covers(place.document)
  }

  /// Whether an address or document lies within what the workflow names: the same origin, or a file below a folder
  /// that it names. An empty document (a new tab) is nowhere and may be left.
  func covers(_ document: String) -> Bool {
    if document.isEmpty || document == "about:blank" || document == "chrome://newtab/" { return true }
    if let origin = Place.origin(of: document) { return origins.contains(origin) }
    return origins.contains { !$0.isEmpty && document.hasPrefix($0) && !document.contains("/../") }
  }
}
