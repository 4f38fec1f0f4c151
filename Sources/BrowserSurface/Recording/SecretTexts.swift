import Foundation
import Trace

/// Secrets that have left their field by the clipboard. Kept in memory only, to be taken out of what comes after.
struct SecretTexts: Sendable {
  /// As they stand in JSON, plainly and as addresses write them.
  private var written: [String] = []

  /// Remembers a text; too short a one stands in too many places to be told from chance.
  mutating func add(_ text: String) {
    guard text.count >= 4, let json = try? JSONEncoder().encode(text) else { return }
    let plain = String(decoding: json, as: UTF8.self).dropFirst().dropLast().replacingOccurrences(of: "\\/", with: "/")
    let address = text.addingPercentEncoding(withAllowedCharacters: Self.unescaped) ?? plain
    for form in [plain, address, address.replacingOccurrences(of: "%20", with: "+")] where !written.contains(form) {
      written.append(form)
    }
  }

  /// What addresses do not escape.
  private static let unescaped = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()")

  /// A report's JSON with these texts taken out of its texts; names and numbers stay, or it could not be read any more.
  func scrubbed(_ json: String) -> String {
    guard written.contains(where: json.contains) else { return json }
    var scrubbed = ""
    var rest = json[...]
    while let quote = rest.firstIndex(of: "\"") {
      scrubbed += rest[...quote]
      let end = Self.end(ofTextIn: rest, after: quote)
      let text = String(rest[rest.index(after: quote)..<end])
      rest = rest[end...].dropFirst()
      let isName = rest.first { !$0.isWhitespace } == ":"
      scrubbed +=
        isName ? text : written.reduce(text) { $0.replacingOccurrences(of: $1, with: Withheld(.secret).description) }
      if end < json.endIndex { scrubbed += "\"" }
    }
    return scrubbed + rest
  }

  /// Where the quotation mark is that ends a text.
  private static func end(ofTextIn json: Substring, after quote: String.Index) -> String.Index {
    var index = json.index(after: quote)
    while index < json.endIndex, json[index] != "\"" {
      if json[index] == "\\" { json.formIndex(after: &index) }
      if index < json.endIndex { json.formIndex(after: &index) }
    }
    return index
  }
}
