/// What the person asked for, taken apart.
struct Request: Sendable {
  var text: String
  var characters: [Character]
  var words: [Word]
  /// What stands between quotation marks, in characters, in order.
  var quotes: [Range<Int>]
  var days: [(day: CalendarDay, range: Range<Int>)]
  /// Of each word, whether it changes from one episode to the next.
  var isVarying: [Bool]
  /// Of each word, the number of the run of varying words it is in, from 0.
  var slot: [Int?]
  /// Of each word, whether other requests do not have it.
  var isNew: [Bool]
  /// Of each word, whether it chooses among a few ways to go: it changes, and comes back.
  var isChoosing: [Bool]

  /// - Parameter fixed: the words that instructions of this task share.
  /// - Parameter choosing: the words that some of them share.
  init(_ text: String, fixed: Set<String> = [], choosing: Set<String> = []) {
    self.text = text
    characters = Array(text)
    words = Wording.words(of: characters)
    days = CalendarDay.days(in: words.map(\.text))
    var quotes: [Range<Int>] = []
    var open: Int?
    for (index, character) in characters.enumerated() where character == "\"" || character == "“" || character == "”" {
      if let start = open {
        if start + 1 < index { quotes.append(start + 1..<index) }
        open = nil
      } else {
        open = index
      }
    }
    self.quotes = quotes
    isVarying = words.map { word in
      quotes.contains { $0.overlaps(word.range) } || !fixed.contains(word.text)
    }
    isChoosing = words.map { choosing.contains($0.text) }
    isNew = zip(isVarying, isChoosing).map { $0 && !$1 }
    slot = []
    var number = -1
    for index in words.indices {
      if isVarying[index] {
        // A comma or a quotation mark ends a run.
        let isJoined =
          index > 0 && isVarying[index - 1]
          && !characters[words[index - 1].range.upperBound..<words[index].range.lowerBound].contains {
            !$0.isWhitespace
          }
        if !isJoined { number += 1 }
        slot.append(number)
      } else {
        slot.append(nil)
      }
    }
  }

  /// The runs of varying words.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in words.indices {
      guard let number = slot[index] else { continue }
      if let last = runs.last, last.upperBound == index, slot[last.lowerBound] == number {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  func word(_ index: Int) -> String {
    index < 0 ? "^" : index >= words.count ? "$" : isNew[index] ? "*" : words[index].text
  }

  /// Which quotation a word is in.
  func quote(of index: Int) -> Int? { quotes.firstIndex { $0.overlaps(words[index].range) } }

  /// Where words stand in it one after the other.
  func occurrences(of wanted: [String]) -> [Range<Int>] {
    guard !wanted.isEmpty, wanted.count <= words.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(words.count - wanted.count) where words[start].text == wanted[0] {
      if wanted.indices.allSatisfy({ words[start + $0].text == wanted[$0] }) {
        found.append(start..<start + wanted.count)
      }
    }
    return found
  }
}
