import Testing

@testable import Guard

@Suite("Words are told from chance")
struct NaturalnessTests {
  @Test(
    "Words in several languages are no chance",
    arguments: [
      "iPhoneProMax", "getUserById", "correct-horse-battery-staple", "Rechnungsnummer", "anticonstitutionnellement",
      "przedsiebiorstwo", "arbeidsongeschiktheid", "desenvolvimiento", "Knightsbridge", "applyDiscountToInvoice",
    ])
  func words(word: String) {
    #expect(!Naturalness.isRandom(word.utf8), "\(Naturalness.count(word.utf8))")
  }

  @Test(
    "Random letters are",
    arguments: ["lxcabo-dmsgvfi-ymjc-myvachu", "wvGIzeaTDM", "girlzv-qehtwv-zwkn-xbaysiz", "qzxkvbnwpf"])
  func random(letters: String) {
    #expect(Naturalness.isRandom(letters.utf8), "\(Naturalness.count(letters.utf8))")
  }
}
