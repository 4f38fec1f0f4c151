import Trace

/// A text after the rules have gone over it.
struct RedactedText: Sendable, Hashable {
  var text: String
  /// Passwords and keys that were in it, with what stands in for each.
  var secrets: [Secret] = []

  struct Secret: Sendable, Hashable {
    var value: String
    var token: String
  }
}

extension RedactedText {
  /// Puts a token in place of everything that was found in the text.
  mutating func withhold(_ findings: [Finding], with pseudonyms: Pseudonyms) {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var end = 0
    for finding in findings {
      output += bytes[end..<finding.range.lowerBound]
      let value = String(decoding: bytes[finding.range], as: UTF8.self)
      let token = pseudonyms.withhold(value, as: finding.kind).description
      if finding.kind == .password || finding.kind == .secret { secrets.append(Secret(value: value, token: token)) }
      output += token.utf8
      end = finding.range.upperBound
    }
    text = String(decoding: output + bytes[end...], as: UTF8.self)
  }
}

/// Texts that were gone over lately: most of what events say stays the same from one to the next.
struct RedactedTexts: Sendable {
  static let limit = 4_096

  private struct Key: Hashable {
    var text: String
    var label: String
    var isValue: Bool
  }

  private var known: [Key: RedactedText] = [:]

  mutating func text(for site: TextSite, _ text: String, redact: () -> RedactedText) -> RedactedText {
    let key = Key(text: text, label: site.label, isValue: site.isValue)
    if let result = known[key] { return result }
    let result = redact()
    if known.count >= RedactedTexts.limit { known.removeAll(keepingCapacity: true) }
    known[key] = result
    return result
  }
}
