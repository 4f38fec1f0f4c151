import Foundation

/// An origin, or a family of them, as a person writes it: `https://tracker.example.org`, `tracker.example.org`,
/// `https://*.example.org`, `http://localhost:*`. What follows the host and port is not looked at here.
///
/// The in-page recorder is given the same patterns, so that a page that is not named reports nothing at all.
struct OriginPattern: Sendable, Hashable, Encodable {
  var schemes: [String]
  /// In lower case, without `*.`.
  var host: String
  /// Whether what is below the host is named, instead of the host.
  var isBelowHost: Bool
  /// As an origin writes it: empty for the scheme's own port; `*` for any.
  var port: String

  /// Reads a pattern; nil for what names no pages.
  init?(_ text: String) {
    var rest = text[...]
    if let separator = rest.firstRange(of: "://") {
      schemes = [rest[..<separator.lowerBound].lowercased()]
      rest = rest[separator.upperBound...]
    } else {
      schemes = ["http", "https"]
    }
    let authority = rest.prefix { $0 != "/" }.lowercased()
    guard schemes.isEmpty == false, Set(schemes).isSubset(of: ["http", "https"]), !authority.contains("@") else {
      return nil
    }
    // An IPv6 host has colons of its own, inside brackets.
    let hostEnd = authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
    let colon = authority[hostEnd...].firstIndex(of: ":")
    let written = String(authority[..<(colon ?? authority.endIndex)])
    port = colon.map { String(authority[authority.index(after: $0)...]) } ?? ""
    if port == ["http": "80", "https": "443"][schemes[0]], schemes.count == 1 { port = "" }
    isBelowHost = written.hasPrefix("*.")
    host = isBelowHost ? String(written.dropFirst(2)) : written
    guard !host.isEmpty, !host.contains("*") else { return nil }
  }

  /// Whether an origin (`https://a.example.org:8443`) is named.
  func matches(_ origin: String) -> Bool {
    guard let separator = origin.firstRange(of: "://"), schemes.contains(String(origin[..<separator.lowerBound])) else {
      return false
    }
    let authority = origin[separator.upperBound...]
    let hostEnd = authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
    let colon = authority[hostEnd...].firstIndex(of: ":")
    let actual = authority[..<(colon ?? authority.endIndex)]
    let actualPort = colon.map { authority[authority.index(after: $0)...] } ?? ""
    return (isBelowHost ? actual.hasSuffix("." + host) : actual == host) && (port == "*" || port == actualPort)
  }
}
