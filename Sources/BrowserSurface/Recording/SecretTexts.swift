import Foundation
import Trace

/// Secrets that have left their field by the clipboard. Kept in memory only, to be taken out of what comes after.
struct SecretTexts: Sendable {
  private var escaped: [String] = []

  /// Remembers a text; too short a one stands in too many places to be told from chance.
  mutating func add(_ text: String) {
    guard text.count >= 4, let json = try? JSONEncoder().encode(text) else { return }
    escaped.append(
      String(String(decoding: json, as: UTF8.self).dropFirst().dropLast()).replacingOccurrences(of: "\\/", with: "/"))
  }

  /// A report's JSON without these texts.
  func scrubbed(_ json: String) -> String {
    escaped.reduce(json) { $0.replacingOccurrences(of: $1, with: Withheld(.secret).description) }
  }
}
