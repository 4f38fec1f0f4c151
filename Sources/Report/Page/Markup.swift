/// A piece of HTML or SVG. Text gets into it only escaped: what was recorded can never become markup.
///
/// ```swift
/// Markup.element("a", ["href": "#e12"], "09:12 \(name)")   // the text is escaped
/// ```
///
/// It escapes scalar by scalar: a quotation mark with an accent on it is one character to Swift, and ends an attribute
/// all the same.
public struct Markup: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The HTML itself.
  public private(set) var html: String

  private init(html: String) { self.html = html }

  /// A text, escaped.
  public init(_ text: String) {
    html = Markup.escaped(text)
  }

  /// Literals and interpolations are text too, never markup.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  public static let empty = Markup(html: "")

  /// An element with its attributes, in this order, and content. An attribute without a value is left out where it is
  /// nil, and stands alone where it is empty.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: Markup...
  ) -> Markup {
    element(name, attributes, content)
  }

  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: [Markup]
  ) -> Markup {
    Markup(html: opening(name, attributes) + content.map(\.html).joined() + "</\(name)>")
  }

  /// An element that has no content.
  public static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) -> Markup {
    Markup(html: opening(name, attributes))
  }

  /// One after the other.
  public static func list(_ parts: [Markup]) -> Markup {
    Markup(html: parts.map(\.html).joined())
  }

  public static func list(_ parts: Markup?...) -> Markup {
    list(parts.compactMap { $0 })
  }

  private static func opening(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> String {
    var text = "<\(name)"
    for (name, value) in attributes {
      guard let value else { continue }
      text += value.isEmpty && "\(name)" != "alt" ? " \(name)" : " \(name)=\"\(escaped(value))\""
    }
    return text + ">"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      // Other control characters have no place in HTML; directions that are not closed would turn round what follows.
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": result += "�"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
