extension Dice {
  /// A secret as people and machines make them: words with digits, random letters, or a token of a well-known service.
  public mutating func secret() -> String {
    switch Int.random(in: 0..<3, using: &self) {
    case 0:
      let word = ["Sommer", "Dragon", "Berlin", "coffee", "Lantern"].randomElement(using: &self) ?? "Sommer"
      let mark = ["!", "_", "#", "."].randomElement(using: &self) ?? "!"
      return "\(word)\(Int.random(in: 1_000...99_999, using: &self))\(mark)\(Int.random(in: 10...99, using: &self))"
    case 1:
      return letters(Int.random(in: 12...24, using: &self))
    default:
      return (["ghp_", "glpat-", "hf_"].randomElement(using: &self) ?? "ghp_") + letters(36)
    }
  }

  private mutating func letters(_ count: Int) -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    return String((0..<count).compactMap { _ in letters.randomElement(using: &self) })
  }
}
