/// How much letters look like words of a language rather than chance.
enum Naturalness {
  /// Whether so many neighbouring letters never stand side by side in words that the text is likely random.
  ///
  /// Of random letters about half of all pairs are such; of words in seven European languages fewer than one in forty.
  static func isRandom(_ bytes: some Sequence<UInt8>) -> Bool {
    let (pairs, odd) = count(bytes)
    return odd >= 2 && odd * 4 >= pairs
  }

  /// The pairs of letters of one case, and how many of them stand side by side in no language's words.
  static func count(_ bytes: some Sequence<UInt8>) -> (pairs: Int, odd: Int) {
    var pairs = 0
    var odd = 0
    var last: UInt8 = 0
    for byte in bytes {
      // A capital begins a word anew; inside a row of capitals it goes on.
      if last.isLower && byte.isLower || last.isUpper && byte.isUpper || last.isUpper && byte.isLower {
        pairs += 1
        if followers[Int(last.lowercased) - 0x61] >> UInt32(byte.lowercased - 0x61) & 1 == 0 { odd += 1 }
      }
      last = byte
    }
    return (pairs, odd)
  }

  /// For each letter those that follow it in more than one pair of a thousand of the words of English, German, French,
  /// Spanish, Italian, Polish or Dutch, accents left out.
  private static let followers: [UInt32] = [
    "abcdfghijklmnprstuvwyz", "abeilorsuy", "acehijklorstuyz", "adeinorsuyz", "abcdefghijklmnoprstuvwxyz",
    "aefilortu", "aeghilnorstu", "aeilmnorstuw", "abcdefgjklmnopqrstuvwz", "acdeknos", "aeiklorstu", "abdeilmnostuy",
    "abeimopsuy", "abcdefgiknostuvyz", "abcdefgiklmnoprstuvwz", "aefhiloprstu", "u", "abcdefghiklmnoprstuvyz",
    "abcefghiklmopstuvyz", "aehijklnorstuyz", "abcdefghijklmnprstuw", "aeio", "aeinosuy", "aceipt", "abcjklmnpstwz",
    "acdeikmnouyz",
  ].map { $0.utf8.reduce(0) { $0 | 1 << UInt32($1 - 0x61) } }
}
