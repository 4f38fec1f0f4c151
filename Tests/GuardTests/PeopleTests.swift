import Testing
import Trace

@testable import Guard

@Suite("People are found by the lists that the user has")
struct PeopleTests {
  static let redactor = Redactor(people: ["Anna Müller", "Fien van der Meulen", "Mark", "José García"])

  @Test(
    "A name on a list is found however it is written",
    arguments: [
      "⟦Anna Müller⟧: can you call?", "⟦anna muller⟧", "⟦Müller, Anna⟧", "Patient ⟦FIEN VAN DER MEULEN⟧ | Record",
      "Hi ⟦Mark⟧, ok",
      "⟦Jose\u{301} Garci\u{301}a⟧", "https://x.example/u/⟦anna-muller⟧",
    ])
  func found(text: String) {
    let marked = Marked(text)
    let findings = PeopleTests.redactor.findings(in: marked.text)
    #expect(findings.map(\.range) == marked.ranges, "\(findings)")
    #expect(findings.allSatisfy { $0.kind == .person })
  }

  @Test(
    "Others are not guessed", arguments: ["Berta Schmidt", "please mark it", "Anna", "Müller", "Annamüller", "Market"])
  func others(text: String) {
    #expect(PeopleTests.redactor.findings(in: text) == [])
  }
}
