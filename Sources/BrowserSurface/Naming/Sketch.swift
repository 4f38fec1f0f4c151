/// As much of an element, and of what is around it, as the browser needs to say its role and name.
///
/// Drawn by the in-page recorder (`sketch.js`), read by ``NamingPage``. It holds no value of a field, no address, no
/// picture and no script.
struct Sketch: Sendable, Hashable, Codable {
  /// The labels that stand elsewhere, and the outermost element with the others in it.
  var pieces: [Piece]

  /// A text, or an element with what is in it.
  enum Piece: Sendable, Hashable {
    case text(String)
    case element(Drawn)
  }

  struct Drawn: Sendable, Hashable, Codable {
    var tag: String
    /// Whether it is of SVG.
    var isDrawing: Bool?
    var attributes: [String: String]?
    /// What of its style shows, hides or changes the text in it.
    var style: String?
    /// 0 for the element itself, 1, 2 … for those around it, nearest first; nil where no name is asked for.
    var mark: Int?
    var content: [Piece]?
  }

  init(from decoder: any Decoder) throws { pieces = try decoder.singleValueContainer().decode([Piece].self) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(pieces)
  }
}

extension Sketch.Piece: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .element(try container.decode(Sketch.Drawn.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .element(let element): try container.encode(element)
    }
  }
}
