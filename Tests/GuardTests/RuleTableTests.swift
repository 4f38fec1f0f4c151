import Testing
import Trace

@testable import Guard

@Suite("Every rule finds its test values and nothing else")
struct RuleTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String

    var testDescription: String { "\(rule): \(text)" }
  }

  static let positives = RuleTable.standard.rules.flatMap { rule in rule.finds.map { Case(rule: rule.name, text: $0) } }
  static let negatives = RuleTable.standard.rules.flatMap { rule in rule.passes.map { Case(rule: rule.name, text: $0) }
  }

  @Test("What stands between ⟦ and ⟧ is found, and no more", arguments: positives)
  func finds(_ test: Case) throws {
    let marked = Marked(test.text)
    let findings = Redactor().findings(in: marked.text)
    #expect(findings.map(\.range) == marked.ranges, "\(findings)")
  }

  @Test("Look-alikes are left alone", arguments: negatives)
  func passes(_ test: Case) {
    #expect(Redactor().findings(in: test.text) == [])
  }

  @Test("Every rule has a test value, and a name of its own")
  func everyRule() {
    let rules = RuleTable.standard.rules
    #expect(rules.filter { $0.finds.isEmpty }.map(\.name) == [])
    #expect(Set(rules.map(\.name)).count == rules.count)
  }
}

/// A text with marks around what is to be found.
struct Marked {
  var text = ""
  var ranges: [Range<Int>] = []

  init(_ marked: String) {
    var start = 0
    for character in marked {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧": ranges.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
  }
}
