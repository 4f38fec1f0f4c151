/// Names a conversation with one target (a tab, or a frame in a process of its own) over the one connection.
struct SessionID: RawRepresentable, Sendable, Hashable, Codable {
  var rawValue: String
}

/// Names a frame of a page: the page's own document is its main frame.
struct FrameID: RawRepresentable, Sendable, Hashable, Codable {
  var rawValue: String
}

/// Names a tab of the browser while it is open. Equal to the id of its main frame.
struct TabID: RawRepresentable, Sendable, Hashable, Codable {
  var rawValue: String
}

/// Names a JavaScript world of one document, inside one session.
struct ContextID: RawRepresentable, Sendable, Hashable, Codable {
  var rawValue: Int
}
