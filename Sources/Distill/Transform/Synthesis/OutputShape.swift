import Trace

/// What the results of the examples look like: a result that looks otherwise speaks against a transformation.
struct OutputShape {
  private var outlines: Set<String> = []
  private var classes: CharacterClasses = []
  private var signs: Set<Unicode.Scalar> = []

  init(_ outputs: [String]) {
    for output in outputs {
      let (outline, classes, signs) = OutputShape.read(output)
      outlines.insert(outline)
      self.classes.formUnion(classes)
      self.signs.formUnion(signs)
    }
  }

  /// How odd the result is: 0 for one like those of the examples, 1 for one of other kinds of characters.
  func oddity(of output: String) -> Double {
    let (outline, classes, signs) = OutputShape.read(output)
    if outlines.contains(outline) { return 0 }
    if !self.classes.isSuperset(of: classes) { return 1 }
    return self.signs.isSuperset(of: signs) ? 0.15 : 0.4
  }

  /// The runs of kinds of characters, the kinds, and the signs.
  private static func read(_ text: String) -> (String, CharacterClasses, Set<Unicode.Scalar>) {
    var outline = ""
    var kinds: CharacterClasses = []
    var signs: Set<Unicode.Scalar> = []
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
        signs.insert(scalar)
      }
      kinds.formUnion(classes.intersection([.digit, .letter, .space]))
      if sign != last || signs.contains(sign) { outline.unicodeScalars.append(sign) }
      last = sign
    }
    return (outline, kinds, signs)
  }
}
