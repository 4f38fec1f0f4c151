import Surfaces
import Trace

extension PlaceTemplate {
  /// Whether an address or document is one of those the template stands for.
  func matches(document: String) -> Bool {
    if origin.isEmpty, path.isEmpty { return true }
    // Nothing of the path stayed the same.
    if path == [nil] { return Place.origin(of: document) ?? "" == origin }
    guard let rest = remainder(of: document) else { return false }
    return Self.match(rest[...], path[...])
  }

  /// The document's path, where it is at the template's origin.
  private func remainder(of document: String) -> String? {
    if let documentOrigin = Place.origin(of: document) {
      guard documentOrigin == origin.lowercased() else { return nil }
      let rest = document.dropFirst(documentOrigin.count).prefix { $0 != "?" && $0 != "#" }
      return rest.isEmpty ? "/" : String(rest)
    }
    guard document.hasPrefix(origin) else { return nil }
    return String(document.dropFirst(origin.count))
  }

  /// Whether a path is these parts one after the other; a part that varies is at least one character without `/`.
  private static func match(_ text: Substring, _ parts: ArraySlice<String?>) -> Bool {
    guard let first = parts.first else { return text.isEmpty }
    let rest = parts.dropFirst()
    if let literal = first {
      return text.hasPrefix(literal) && match(text.dropFirst(literal.count), rest)
    }
    var end = text.startIndex
    while end < text.endIndex, text[end] != "/" {
      end = text.index(after: end)
      if match(text[end...], rest) { return true }
    }
    return false
  }

  /// The address, where no part of it varies and it is one that can be opened.
  var address: String? {
    guard ["http://", "https://", "file://"].contains(where: origin.hasPrefix) else { return nil }
    let parts = path.compactMap(\.self)
    guard parts.count == path.count else { return nil }
    let joined = parts.joined()
    return origin + (joined.hasPrefix("/") || joined.isEmpty ? joined : "/" + joined)
  }

  /// Whether an observation is of such a place: the window's document, or the document of one of its frames.
  func matches(_ observation: Observation) -> Bool {
    matches(observation.place)
      || observation.elements.contains { !$0.place.frames.isEmpty && matches(document: $0.place.innermostDocument) }
  }

  func matches(_ place: Place) -> Bool {
    // A page is the same page in any browser; what is no page belongs to its application.
    if origin.isEmpty, place.origin == nil, !application.isEmpty, application != place.application { return false }
    return matches(document: place.document) || place.frames.contains { matches(document: $0) }
  }
}
