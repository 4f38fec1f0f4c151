import Trace

/// A text as its Unicode scalars, each with the classes that it belongs to.
struct ScannedText: Sendable, Hashable {
  var scalars: [Unicode.Scalar]
  var classes: [CharacterClasses]

  var count: Int { scalars.count }

  init(_ text: String) {
    self.init(Array(text.unicodeScalars))
  }

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var classes: [CharacterClasses] = []
    classes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.value > 0x7F, let last = classes.last, scalar.properties.isMark {
        classes.append(last)
      } else {
        classes.append(CharacterClasses(of: scalar))
      }
    }
    self.classes = classes
  }

  /// The characters in the range, as a text.
  func string(_ range: Range<Int>) -> String {
    String(scalars[range])
  }

  /// Whether a run of the class ends at the position.
  func runEnds(_ kind: CharacterClasses, at position: Int) -> Bool {
    position > 0 && !classes[position - 1].isDisjoint(with: kind)
      && (position == count || classes[position].isDisjoint(with: kind))
  }

  /// Whether a run of the class starts at the position.
  func runStarts(_ kind: CharacterClasses, at position: Int) -> Bool {
    position < count && !classes[position].isDisjoint(with: kind)
      && (position == 0 || classes[position - 1].isDisjoint(with: kind))
  }

  /// Where the run of the class that ends at the position starts.
  func startOfRun(_ kind: CharacterClasses, endingAt position: Int) -> Int {
    var start = position
    while start > 0, !classes[start - 1].isDisjoint(with: kind) { start -= 1 }
    return start
  }

  /// Where the run of the class that starts at the position ends.
  func endOfRun(_ kind: CharacterClasses, startingAt position: Int) -> Int {
    var end = position
    while end < count, !classes[end].isDisjoint(with: kind) { end += 1 }
    return end
  }

  /// Whether the literal stands at the position.
  func has(_ literal: [Unicode.Scalar], at position: Int) -> Bool {
    position >= 0 && position + literal.count <= count
      && scalars[position..<position + literal.count].elementsEqual(literal)
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Unicode.Scalar.Properties {
  /// Whether it is drawn onto the letter before it.
  var isMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
