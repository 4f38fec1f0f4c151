import Trace

/// How long a piece of an input, starting at each place, can be found in an output.
struct TextMatch {
  /// For each start in the input, the longest length.
  private(set) var longest: [Int]

  init(_ input: ScannedText, in output: [Unicode.Scalar], casing: TextPiece.Casing) {
    let width = output.count + 1
    var continued = [Int](repeating: 0, count: width)
    longest = [Int](repeating: 0, count: input.count + 1)
    let lowered = casing == .unchanged ? [] : input.scalars.map(\.lowered)
    let uppered = casing == .unchanged ? [] : input.scalars.map(\.uppered)
    for start in stride(from: input.count - 1, through: 0, by: -1) {
      let first: Unicode.Scalar
      let later: Unicode.Scalar
      switch casing {
      case .unchanged: (first, later) = (input.scalars[start], input.scalars[start])
      case .lower: (first, later) = (lowered[start], lowered[start])
      case .upper: (first, later) = (uppered[start], uppered[start])
      case .sentence: (first, later) = (uppered[start], lowered[start])
      case .title:
        let isWithinWord = start > 0 && input.classes[start - 1].contains(.letter)
        (first, later) = (uppered[start], isWithinWord ? lowered[start] : uppered[start])
      }
      var best = 0
      var next = [Int](repeating: 0, count: width)
      for place in output.indices {
        let following = continued[place + 1]
        if output[place] == first { best = max(best, following + 1) }
        if output[place] == later { next[place] = following + 1 }
      }
      longest[start] = best
      continued = next
    }
  }
}
