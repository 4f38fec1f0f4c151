import Trace

extension NumberPiece {
  func words(for names: [String]) -> String {
    let name = names.name(of: source.input)
    var result = source.occurrence == 0 ? "the number in \(name)" : "the \(source.occurrence.place) number in \(name)"
    if exponent != 0 { result += " times \(DecimalNumber(1, exponent: exponent))" }
    if let rounding { result += rounding.words }
    if format.isOrdinalEnding { return "the ending (st, nd, rd, th) of \(result)" }
    // The sample shows every feature of the format.
    let sample = format.maximumDecimals == 0 ? DecimalNumber(1234) : DecimalNumber(123_450, exponent: -2)
    return format.text(of: sample).map { "\(result), written like \($0.quoted)" } ?? result
  }
}

extension NumberRounding {
  fileprivate var words: String {
    let direction =
      switch mode {
      case .nearest: ""
      case .down: " down"
      case .up: " up"
      case .towardsZero: " towards zero"
      }
    let grid = offset == .zero ? "\(unit)" : "\(unit) from \(offset) on"
    return ", rounded\(direction) to \(grid)" + (shift == .zero ? "" : ", plus \(shift)")
  }
}
