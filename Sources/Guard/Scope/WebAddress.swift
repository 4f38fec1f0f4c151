/// The parts of a page's address that decide whether it is in scope.
///
/// Read the way a browser reads them: what stands before an `@` is not the host, and letters of scheme and host have
/// no case.
struct WebAddress: Sendable, Hashable {
  var scheme: String
  var host: String
  /// The port, where one is written or the scheme has one of its own.
  var port: Int?
  /// From the first `/`; `/` where there is none. Without query and fragment.
  var path: String

  /// Reads an address; nil for what has no scheme and host.
  init?(_ text: some StringProtocol) {
    guard let separator = text.firstRange(of: "://") else { return nil }
    scheme = text[..<separator.lowerBound].lowercased()
    let rest = text[separator.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "\\" }
    path = authority.endIndex == rest.endIndex ? "/" : String(rest[authority.endIndex...])
    guard !scheme.isEmpty, let (host, port) = WebAddress.hostAndPort(authority) else { return nil }
    self.host = host
    self.port = port.flatMap { Int($0) } ?? WebAddress.defaultPorts[scheme]
    if let port, Int(port) == nil { return nil }
  }

  /// Host in lower case and port as written, nil where none is; nil for an empty host.
  static func hostAndPort(_ authority: some StringProtocol) -> (host: String, port: String?)? {
    let place = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority[...]
    // An IPv6 host has colons of its own, inside brackets.
    let hostEnd = place.lastIndex(of: "]").map { place.index(after: $0) } ?? place.startIndex
    let colon = place[hostEnd...].firstIndex(of: ":")
    let host = place[..<(colon ?? place.endIndex)].lowercased()
    guard !host.isEmpty else { return nil }
    let port = colon.map { String(place[place.index(after: $0)...]) }
    return (host, port?.isEmpty == true ? nil : port)
  }

  static let defaultPorts = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21]
}
