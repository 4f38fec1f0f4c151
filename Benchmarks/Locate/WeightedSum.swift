import Trace

/// The plain way to find an element again, as a baseline: the similarities of its attributes, each with a fixed weight,
/// added up; the highest sum wins and it never abstains (the idea of Similo, Nass et al. 2023, without its tuning).
enum WeightedSum {
  static func best(for element: Element, among candidates: [Element]) -> Int? {
    candidates.indices.max { score(element, candidates[$0]) < score(element, candidates[$1]) }
  }

  private static let weights = [
    "tag": 1.5, "id": 1.5, "name": 1.5, "text": 1.5, "class": 0.5, "href": 0.5, "alt": 0.5, "neighbours": 1.5,
  ]

  private static func score(_ left: Element, _ right: Element) -> Double {
    var sum = 0.0
    for (key, weight) in weights.sorted(by: { $0.key < $1.key }) {
      guard let mine = left.attributes[key], let theirs = right.attributes[key] else { continue }
      sum += weight * similarity(mine, theirs)
    }
    if let mine = left.bounds, let theirs = right.bounds {
      sum += 0.5 * max(0, 1 - (abs(mine.x - theirs.x) + abs(mine.y - theirs.y)) / 100)
    }
    let (mine, theirs) = (left.ancestors, right.ancestors)
    let common = zip(mine, theirs).prefix {
      $0.0.attributes["tag"] == $0.1.attributes["tag"] && $0.0.index == $0.1.index
    }
    return sum + 0.5 * Double(common.count) / Double(max(1, mine.count, theirs.count))
  }

  private static func similarity(_ left: String, _ right: String) -> Double {
    if left == right { return 1 }
    let words = { (text: String) in Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }) }
    let (mine, theirs) = (words(left), words(right))
    return Double(mine.intersection(theirs).count) / Double(max(1, mine.union(theirs).count))
  }
}
