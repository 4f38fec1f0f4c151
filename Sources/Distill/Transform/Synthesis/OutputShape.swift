import Trace

/// What the results of the examples look like: a result that looks otherwise speaks against a transformation, the
/// less so where the inputs look otherwise too.
struct OutputShape {
  private var outlines: Set<String> = []
  private var output = Kinds()
  private var input = Kinds()

  /// The kinds of characters in texts, and their signs.
  private struct Kinds {
    var classes: CharacterClasses = []
    var signs: Set<Unicode.Scalar> = []

    mutating func formUnion(_ other: Kinds) {
      classes.formUnion(other.classes)
      signs.formUnion(other.signs)
    }

    func covers(_ other: Kinds) -> Bool {
      classes.isSuperset(of: other.classes) && signs.isSuperset(of: other.signs)
    }
  }

  init(_ examples: [SynthesisProblem.Row]) {
    for example in examples {
      let (outline, kinds) = OutputShape.read(example.output ?? "")
      outlines.insert(outline)
      output.formUnion(kinds)
      for text in example.inputs { input.formUnion(OutputShape.kinds(of: text)) }
    }
  }

  /// How odd the result is: 0 for one like those of the examples, 1 for one of other kinds of characters.
  func oddity(of result: String, for inputs: [ScannedText]) -> Double {
    let (outline, kinds) = OutputShape.read(result)
    if outlines.contains(outline) { return 0 }
    let isUsual = inputs.allSatisfy { input.covers(OutputShape.kinds(of: $0)) }
    if !output.classes.isSuperset(of: kinds.classes) { return isUsual ? 1 : 0.3 }
    return (output.signs.isSuperset(of: kinds.signs) ? 0.15 : 0.4) * (isUsual ? 1 : 0.2)
  }

  /// The runs of kinds of characters in the text.
  static func outline(of text: ScannedText) -> String {
    read(String(text.scalars)).0
  }

  private static func kinds(of text: ScannedText) -> Kinds {
    var result = Kinds()
    for (scalar, classes) in zip(text.scalars, text.classes) {
      if classes.contains(.punctuation) { result.signs.insert(scalar) }
      result.classes.formUnion(classes.intersection([.digit, .letter]))
    }
    return result
  }

  /// The runs of kinds of characters, and the kinds.
  private static func read(_ text: String) -> (String, Kinds) {
    var outline = ""
    var kinds = Kinds()
    var last: Unicode.Scalar?
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      // The separators of a number belong to it.
      if scalar == "." || scalar == ",", last == "9", index + 1 < scalars.count,
        CharacterClasses(of: scalars[index + 1]).contains(.digit)
      {
        continue
      }
      // So does its sign.
      if scalar == "-", index + 1 < scalars.count, CharacterClasses(of: scalars[index + 1]).contains(.digit),
        index == 0 || !CharacterClasses(of: scalars[index - 1]).contains(.visible)
      {
        continue
      }
      let classes = CharacterClasses(of: scalar)
      let sign: Unicode.Scalar
      if classes.contains(.digit) {
        sign = "9"
      } else if classes.contains(.upper) {
        sign = "A"
      } else if classes.contains(.letter) {
        sign = "a"
      } else {
        sign = scalar
        kinds.signs.insert(scalar)
      }
      kinds.classes.formUnion(classes.intersection([.digit, .letter]))
      if sign != last || kinds.signs.contains(sign) { outline.unicodeScalars.append(sign) }
      last = sign
    }
    return (outline, kinds)
  }
}
