import Testing

@testable import DesktopSurface

@Suite("Letters that were typed")
struct TypedLettersTests {
  @Test(
    "A word that was typed is known again, also cut off, corrected, or in capitals",
    arguments: ["Wilhelmine", "WILHELMINE", "(helmine)", "Wilhelnnine", "ilhel", "min", "mineral"])
  func holds(word: String) {
    var typed = TypedLetters()
    for key in "Wilhelmine 4711" { typed.note(String(key)) }
    #expect(typed.hold(word))
  }

  @Test(
    "What a reader takes for letters is known again, and what it takes the accents from",
    arguments: ["bobIeS", "Zoe"])
  func folds(word: String) {
    var typed = TypedLetters()
    for key in "b0b1e5 Zoë" { typed.note(String(key)) }
    #expect(typed.hold(word))
  }

  @Test("Another word is none of it", arguments: ["Save", "Orders", "of", "Wi", "milk"])
  func others(word: String) {
    var typed = TypedLetters()
    typed.note("Wilhelmine")
    #expect(!typed.hold(word))
  }

  @Test("Where keys may have become other letters, those are not told")
  func inputMethods() {
    var typed = TypedLetters()
    #expect(!typed.hold("東京"))
    typed.note("t")
    #expect(typed.hold("東京"))
    #expect(!typed.hold("Größe"))
  }

  @Test("Nothing is known of an application into which something went that nobody knows, or once it is too much")
  func unknown() {
    var typed = TypedLetters()
    typed.noteUnknown(in: 7)
    #expect(!typed.isKnown(in: 7))
    #expect(typed.isKnown(in: 8))
    let letters = "abcdefghijklmnopqrstuvwxyz"
    for first in letters { for second in letters { for third in letters { typed.note("\(first)\(second)\(third)") } } }
    #expect(!typed.isKnown(in: 8))
  }
}
