/// How well predictions fit labels.
///
/// A labelled span *leaks* where predictions, of whatever type, leave a byte of it uncovered. It is *found* where one
/// of its type shares at least half of what both cover (for secrets: covers nine tenths of it). A prediction is
/// *right* where it finds a labelled span, or lies wholly on one.
struct Score {
  var labelled = 0
  var leaked = 0
  var found = 0
  var predicted = 0
  var right = 0

  var leak: Double { labelled == 0 ? 0 : Double(leaked) / Double(labelled) }
  var recall: Double { labelled == 0 ? 1 : Double(found) / Double(labelled) }
  var precision: Double { predicted == 0 ? 1 : Double(right) / Double(predicted) }

  static func + (left: Score, right: Score) -> Score {
    Score(
      labelled: left.labelled + right.labelled, leaked: left.leaked + right.leaked, found: left.found + right.found,
      predicted: left.predicted + right.predicted, right: left.right + right.right)
  }

  /// The scores of a set by type; of secrets also by their finer kind (`SECRET env-password`).
  static func byType(_ texts: [LabelledText], _ predictions: [[Prediction]]) -> [String: Score] {
    var scores: [String: Score] = [:]
    for (text, predictions) in zip(texts, predictions) {
      for span in text.spans {
        let isLeaked = !covers(predictions.map(\.range), span.range)
        let isFound = predictions.contains {
          sameType($0.type, span.type) && fits($0.range, span.range, isSecret: span.type == "SECRET")
        }
        for key in [span.type] + (span.sub.map { ["\(span.type) \($0)"] } ?? []) {
          scores[key, default: Score()].labelled += 1
          if isLeaked { scores[key, default: Score()].leaked += 1 }
          if isFound { scores[key, default: Score()].found += 1 }
        }
      }
      for prediction in predictions {
        scores[prediction.type, default: Score()].predicted += 1
        let isRight = text.spans.contains {
          sameType($0.type, prediction.type)
            && (fits(prediction.range, $0.range, isSecret: false)
              || $0.range.lowerBound <= prediction.start && prediction.end <= $0.range.upperBound)
        }
        if isRight { scores[prediction.type, default: Score()].right += 1 }
      }
    }
    return scores
  }

  /// Numbers that a state gives people are one type for the redactor, and so are the addresses of machines.
  private static func sameType(_ left: String, _ right: String) -> Bool {
    left == right || [identities, networks].contains { $0.contains(left) && $0.contains(right) }
  }

  private static let identities: Set<String> = [
    "US_SSN", "US_DRIVER_LICENSE", "US_PASSPORT", "US_ITIN", "UK_NHS", "UK_NINO", "ID_NUMBER", "PASSPORT",
  ]
  private static let networks: Set<String> = ["IP_ADDRESS", "MAC_ADDRESS"]

  private static func fits(_ prediction: Range<Int>, _ label: Range<Int>, isSecret: Bool) -> Bool {
    let shared = prediction.clamped(to: label).count
    if isSecret { return shared * 10 >= label.count * 9 }
    return shared * 2 >= prediction.count + label.count - shared
  }

  private static func covers(_ predictions: [Range<Int>], _ label: Range<Int>) -> Bool {
    var position = label.lowerBound
    for range in predictions.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound <= position {
      position = max(position, range.upperBound)
    }
    return position >= label.upperBound
  }
}
