import Foundation
import Trace

/// A word that was read in a picture.
struct ReadWord: Sendable, Hashable {
  var text: String
  /// In the picture's pixels, or, once it is ``placed(at:enlarged:)``, on the screen.
  var bounds: Bounds
  /// What the reader says of it, up to 100.
  var confidence: Double
  /// The numbers of page, block, paragraph and line.
  var line: [Int]

  /// A word in an enlarged picture whose upper left corner is `origin`, as it is on the screen.
  func placed(at origin: Point, enlarged factor: Int) -> ReadWord {
    var word = self
    let factor = Double(factor)
    word.bounds = Bounds(
      x: origin.x + bounds.x / factor, y: origin.y + bounds.y / factor, width: bounds.width / factor,
      height: bounds.height / factor)
    return word
  }
}

extension ReadWord {
  /// A line of the table that `tesseract … tsv` prints; nil for one that is no word.
  init?(row: some StringProtocol) {
    let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 12, let level = Int(fields[0]), level == 5, let confidence = Double(fields[10]),
      confidence.isFinite
    else { return nil }
    let numbers = fields[1..<10].compactMap { Int32($0) }.map(Int.init)
    let text = fields[11].trimmingCharacters(in: .whitespacesAndNewlines)
    guard numbers.count == 9, numbers.allSatisfy({ $0 >= 0 }), !text.isEmpty else { return nil }
    self.init(
      text: text,
      bounds: Bounds(
        x: Double(numbers[5]), y: Double(numbers[6]), width: Double(numbers[7]), height: Double(numbers[8])),
      confidence: confidence, line: Array(numbers[0..<4]))
  }
}

extension [ReadWord] {
  /// The words of the whole table; what is no word in it is passed over.
  init(table: String) {
    self = table.split(whereSeparator: \.isNewline).compactMap { ReadWord(row: $0) }
  }
}
