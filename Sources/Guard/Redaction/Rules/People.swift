/// The names of people that the user has lists of: an address book, the columns of a table.
struct People: Sendable {
  /// How many words a name has, by the hash of its phrase.
  private let names: [UInt64: Int]
  private let filter: HashFilter

  init(_ names: some Sequence<String>) {
    var phrases: [UInt64: Int] = [:]
    for name in names {
      let words = FoldedText(name).bytes.split { !$0.isLetter }
      guard (1...Lexicon.longest).contains(words.count), words.contains(where: { $0.count > 1 }) else { continue }
      let hashes = words.map { Lexicon.hash(of: $0) }
      phrases[Lexicon.hash(of: hashes)] = words.count
      // “Müller, Anna” is the same person.
      if words.count > 1, let family = hashes.last {
        phrases[Lexicon.hash(of: [family] + hashes.dropLast())] = words.count
      }
    }
    self.names = phrases
    filter = HashFilter(phrases.keys)
  }

  var isEmpty: Bool { names.isEmpty }

  /// How many of the latest words are a name; nil where they are none.
  func nameLength(of words: [UInt64]) -> Int? {
    var longest: Int?
    for count in 1...max(1, words.count) where count <= words.count {
      let hash = Lexicon.hash(of: Array(words.suffix(count)))
      if filter.mayContain(hash), names[hash] == count { longest = count }
    }
    return longest
  }
}
