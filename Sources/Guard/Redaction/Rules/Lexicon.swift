/// The words that say what stands beside them, in the languages people write them in.
///
/// A phrase matches whatever joins its words: `api key`, `API_KEY`, `apiKey` and `X-Api-Key`. Accents do not matter.
struct Lexicon: Sendable {
  /// The highest number of words in a phrase.
  static let longest = 4

  private let topics: [UInt64: Topics]
  private let filter: HashFilter
  /// Endings of compounds by their last letter.
  private let endings: [[Ending]]

  private struct Ending: Sendable {
    /// From the last letter to the first.
    var letters: [UInt8]
    var topics: Topics
  }

  static let standard = Lexicon(phrases: phrases, endings: compounds)

  init(phrases: [(Topic, String)], endings: [(Topic, String)]) {
    var topics: [UInt64: Topics] = [:]
    for (topic, list) in phrases {
      for phrase in list.split(separator: ",") {
        let words = FoldedText(String(phrase)).bytes.split(separator: UInt8(ascii: " "))
        topics[Lexicon.hash(of: words.map { Lexicon.hash(of: $0) }), default: []].insert(Topics(topic))
      }
    }
    self.topics = topics
    filter = HashFilter(topics.keys)
    var byLast = [[Ending]](repeating: [], count: 256)
    for (topic, list) in endings {
      for ending in list.split(separator: ",") {
        let letters = Array(FoldedText(String(ending)).bytes.reversed())
        byLast[Int(letters[0])].append(Ending(letters: letters, topics: Topics(topic)))
      }
    }
    self.endings = byLast
  }

  /// What the longest phrase says that ends with the latest word. Hashes of words, the latest last.
  func topics(of words: some BidirectionalCollection<UInt64>) -> Topics {
    var found: Topics = []
    var phrase: UInt64 = 0
    var factor: UInt64 = 1
    for (count, word) in words.reversed().enumerated() where count < Lexicon.longest {
      phrase = phrase &+ word &* factor
      factor = factor &* Lexicon.factor
      if let topics = look(phrase) { found = topics }
    }
    return found
  }

  /// What a compound says by its ending: `Datenbankpasswort`.
  func topics(ofCompound word: ArraySlice<UInt8>) -> Topics {
    guard word.count > 8, let last = word.last else { return [] }
    for ending in endings[Int(last.lowercased)] where word.count >= ending.letters.count + 2 {
      let isEnd = ending.letters.indices.allSatisfy { word[word.endIndex - 1 - $0].lowercased == ending.letters[$0] }
      if isEnd { return ending.topics }
    }
    return []
  }

  private func look(_ hash: UInt64) -> Topics? {
    filter.mayContain(hash) ? topics[hash] : nil
  }

  // MARK: - Hashes

  /// FNV-1a over the letters in lower case, byte by byte.
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte.lowercased)) &* 0x100_0000_01b3
  }

  static func hash(of word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(start, step)
  }

  private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

  static func hash(of words: [UInt64]) -> UInt64 {
    words.reduce(0) { $0 &* factor &+ $1 }
  }
}

/// Tells quickly of most hashes that they are not among some others.
struct HashFilter: Sendable {
  private var bits: [UInt64]

  init(_ hashes: some Sequence<UInt64>) {
    bits = hashes.reduce(into: [UInt64](repeating: 0, count: 1_024)) { bits, hash in
      bits[Int(hash >> 6 & 1_023)] |= 1 << (hash & 63)
    }
  }

  func mayContain(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6 & 1_023)] >> (hash & 63) & 1 == 1
  }
}
