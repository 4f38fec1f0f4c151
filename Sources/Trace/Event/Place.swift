/// Where something happened: application, window, document, frame.
public struct Place: Sendable, Codable, Hashable {
  /// The application's name, for example `Chromium` or `soffice`.
  public var application: String
  /// Tells windows (for a browser: tabs) of one session apart; means nothing across sessions.
  public var window: String
  /// The window's title as a person sees it.
  public var title: String
  /// What is open in the window. For a page its origin and path (`https://crm.example.org/invoice/12/change/`),
  /// for a file its path; empty where there is none.
  public var document: String
  /// What follows the path in a page's address (`?status=open`), without the fragment; empty where there is none.
  public var query: String
  /// The document of the frame inside the window's document, outermost first; empty for the document itself.
  public var frames: [String]
  /// Whether the window is a private one (incognito): nothing of it is ever kept.
  public var isPrivate: Bool

  public init(
    application: String, window: String, title: String = "", document: String = "", query: String = "",
    frames: [String] = [], isPrivate: Bool = false
  ) {
    self.application = application
    self.window = window
    self.title = title
    self.document = document
    self.query = query
    self.frames = frames
    self.isPrivate = isPrivate
  }

  /// The document the event happened in: the innermost frame's, or the window's own.
  public var innermostDocument: String { frames.last ?? document }

  /// The origin of the window's document (`https://crm.example.org`), or nil where it is not a page.
  public var origin: String? { Place.origin(of: document) }

  /// The origin of an address: scheme, host and port, in lower case; nil for what has no host.
  public static func origin(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    guard !host.isEmpty else { return nil }
    return address[..<scheme.upperBound].lowercased() + host.lowercased()
  }
}
