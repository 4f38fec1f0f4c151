import Foundation

/// What was typed where no application says into what, so that it is not read back from the screen: it may be a secret.
///
/// It is kept in memory only, and not as a text: which letters followed each other, four at a time. So a word is known
/// again that was corrected, cut off, or read with a wrong letter.
struct TypedLetters: Sendable, Hashable {
  private static let length = 4
  /// More is not remembered, and nothing is told from then on.
  private static let most = 10_000

  private var runs: Set<String> = []
  private var short: Set<String> = []
  private var last = ""
  /// The applications of which it is not known what went into them.
  private var unknown: Set<Int32> = []

  /// A key's text, or one that was pasted.
  mutating func note(_ text: String) {
    for letter in Self.folded(text) {
      guard runs.count + short.count < Self.most else { return }
      last.append(letter)
      if last.count > Self.length { last.removeFirst() }
      if last.count == Self.length { runs.insert(last) }
      if last.count >= Self.length - 1 { short.insert(String(last.suffix(Self.length - 1))) }
    }
  }

  /// As a reader may take it, which loses accents and takes one sign for another.
  private static func folded(_ text: String) -> String {
    let plain = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return String(plain.map { alike[$0] ?? $0 }.filter(\.isLetter))
  }

  private static let alike: [Character: Character] = [
    "0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "2": "z", "5": "s", "$": "s", "6": "b", "8": "b", "9": "g",
    "@": "a",
  ]

  /// Something went into an application, and nobody knows what.
  mutating func noteUnknown(in process: Int32) { unknown.insert(process) }

  /// Whether it is known of an application what went into it.
  func isKnown(in process: Int32) -> Bool { !unknown.contains(process) && runs.count + short.count < Self.most }

  /// Whether a word may have been typed: a part of four letters of it was, or all three of a shorter one. Shorter ones
  /// say nothing.
  func hold(_ word: String) -> Bool {
    let letters = Self.folded(word)
    // An input method makes others of the letters that are typed.
    if !last.isEmpty, letters.unicodeScalars.contains(where: { $0.value >= 0x1100 && $0.properties.isAlphabetic }) {
      return true
    }
    guard letters.count >= Self.length else { return letters.count == Self.length - 1 && short.contains(letters) }
    var rest = letters[...]
    while rest.count >= Self.length {
      if runs.contains(String(rest.prefix(Self.length))) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
