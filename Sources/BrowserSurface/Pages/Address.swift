import Trace

/// The address of a page, in the parts that a ``Place`` keeps apart.
struct Address: Sendable, Hashable {
  /// Origin and path; for what has no host, all of it.
  var document: String
  /// From the question mark on, without the fragment.
  var query: String

  init(_ url: String) {
    let whole = url.prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    query = String(whole[path.endIndex...])
    // Who logs in by the address has put a password into it.
    if let scheme = path.firstRange(of: "://"),
      let at = path[scheme.upperBound...].prefix(while: { $0 != "/" }).lastIndex(of: "@")
    {
      document = String(path[..<scheme.upperBound] + path[path.index(after: at)...])
    } else {
      document = String(path)
    }
  }

  /// The whole address, without fragment and user.
  var text: String { document + query }

  /// Scheme, host and port; nil for what has no host.
  var origin: String? { Place.origin(of: document) }
}
