import Trace

/// Names places as a person writes them: an origin, a part of a site, a folder, an application.
///
/// | written | names |
/// | --- | --- |
/// | `https://tracker.example.org` | every page of this origin, and of no other |
/// | `https://tracker.example.org/billing` | the pages at and below this path |
/// | `https://*.example.org` | every origin below `example.org`, not `example.org` itself |
/// | `tracker.example.org`, `localhost:8000` | the same host (and port) by `http` or `https` |
/// | `http://localhost:*` | every port |
/// | `/home/anna/invoices` | the files in this folder and below |
/// | `app:soffice` | an application's windows; for a terminal, the shell's (`app:bash`) |
/// | `window:salaries` | the windows that have these words in their titles, in small or large letters; only to except them |
///
/// ```swift
/// try PlacePattern("https://*.example.org").matches(place)
/// ```
public struct PlacePattern: Sendable, Hashable, CustomStringConvertible {
  enum Kind: Sendable, Hashable {
    case page(PagePattern)
    case path([String])
    case application(String)
    case window(String)
  }

  /// As it was written.
  public let description: String
  let kind: Kind

  /// Reads a pattern; throws with a sentence that says what is wrong with it.
  public init(_ text: String) throws(GuardError) {
    let text = String(text.drop(while: \.isWhitespace))
    let trimmed = String(text.reversed().drop(while: \.isWhitespace).reversed())
    description = trimmed
    if trimmed.hasPrefix("app:") {
      let name = String(trimmed.dropFirst(4))
      guard !name.isEmpty, name != "*" else {
        throw GuardError(.badPlace, "The place “\(trimmed)” names no application. Write app: and its name.")
      }
      kind = .application(name.lowercased())
    } else if trimmed.hasPrefix("window:") {
      let words = trimmed.dropFirst("window:".count).drop(while: \.isWhitespace)
      guard !words.isEmpty, words != "*" else {
        throw GuardError(.badPlace, "The place “\(trimmed)” names no window. Write window: and words of its title.")
      }
      kind = .window(words.lowercased())
    } else if let path = PlacePattern.filePath(trimmed) {
      let segments = PlacePattern.segments(path)
      guard !segments.isEmpty else {
        throw GuardError(.badPlace, "The place “\(trimmed)” names every file. Write the folder of the work.")
      }
      kind = .path(segments)
    } else {
      kind = .page(try PagePattern(trimmed))
    }
  }

  /// Whether a document, given by its address or path, is named.
  func matches(document: String) -> Bool {
    switch kind {
    case .page(let pattern):
      WebAddress(document).map(pattern.matches) ?? false
    case .path(let pattern):
      PlacePattern.filePath(document).map { PlacePattern.matches(PlacePattern.segments($0), prefix: pattern) } ?? false
    case .application, .window:
      false
    }
  }

  /// Whether a window is named, by its application or its title.
  func matches(window place: Place) -> Bool {
    if case .window(let words) = kind { return place.title.lowercased().contains(words) }
    return matches(application: place.application)
  }

  /// Whether an application is named; a final `*` stands for any ending.
  func matches(application: String) -> Bool {
    guard case .application(let name) = kind else { return false }
    let application = application.lowercased()
    return name.hasSuffix("*") ? application.hasPrefix(name.dropLast()) : application == name
  }

  static func filePath(_ text: String) -> String? {
    if text.hasPrefix("/") { return text }
    if text.lowercased().hasPrefix("file:///") { return String(text.dropFirst(7)) }
    return nil
  }

  static func segments(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  /// Whether a path lies at or below a pattern, in which `*` stands for any one name. A path that climbs matches
  /// nothing.
  static func matches(_ path: [String], prefix pattern: [String]) -> Bool {
    guard path.count >= pattern.count, !path.contains("..") else { return false }
    return zip(pattern, path).allSatisfy { $0 == "*" || $0 == $1 }
  }
}

// As it was written, so that a receipt and a file of rules read as the person wrote them.
extension PlacePattern: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(container.decode(String.self))
    } catch let error as GuardError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.reason)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
