/// The part of a place pattern that names pages: schemes, host, port, path.
struct PagePattern: Sendable, Hashable {
  enum Port: Sendable, Hashable {
    /// The scheme's own.
    case usual
    case number(Int)
    case any
  }

  var schemes: [String]
  /// In lower case, without `*.`.
  var host: String
  /// Whether the pattern names what is below the host instead of the host.
  var isBelowHost: Bool
  var port: Port
  var path: [String]

  init(_ text: String) throws(GuardError) {
    func bad(_ what: String) -> GuardError {
      GuardError(
        .badPlace,
        "The place “\(text)” \(what). Write an origin such as https://tracker.example.org, a folder, or app:NAME.")
    }
    let rest: Substring
    if let separator = text.firstRange(of: "://") {
      schemes = [text[..<separator.lowerBound].lowercased()]
      rest = text[separator.upperBound...]
      guard schemes == ["http"] || schemes == ["https"] else { throw bad("is not an http or https address") }
    } else {
      schemes = ["http", "https"]
      rest = text[...]
    }
    guard !rest.contains("?"), !rest.contains("#"), !rest.contains("@") else {
      throw bad("holds more than origin and path")
    }
    let authority = rest.prefix { $0 != "/" }
    guard let (written, port) = WebAddress.hostAndPort(authority) else { throw bad("names no host") }
    isBelowHost = written.hasPrefix("*.")
    host = isBelowHost ? String(written.dropFirst(2)) : written
    guard !host.isEmpty, !host.contains("*"), !host.contains(where: \.isWhitespace), !host.hasPrefix(".") else {
      throw bad("names no host that can be told from others")
    }
    guard host.contains(".") || host.hasPrefix("[") || host == "localhost" || schemes.count == 1 || port != nil else {
      throw bad("names no host")
    }
    switch port {
    case nil: self.port = .usual
    case "*": self.port = .any
    case .some(let port):
      guard let number = Int(port), (1...65_535).contains(number) else { throw bad("has no valid port") }
      self.port = .number(number)
    }
    path = PlacePattern.segments(String(rest[authority.endIndex...]))
    if path.last == "*" { path.removeLast() }
  }

  func matches(_ address: WebAddress) -> Bool {
    guard schemes.contains(address.scheme), PlacePattern.matches(PlacePattern.segments(address.path), prefix: path)
    else { return false }
    let isHost = isBelowHost ? address.host.hasSuffix("." + host) : address.host == host
    return switch port {
    case .usual: isHost && address.port == WebAddress.defaultPorts[address.scheme]
    case .number(let number): isHost && address.port == number
    case .any: isHost
    }
  }
}
