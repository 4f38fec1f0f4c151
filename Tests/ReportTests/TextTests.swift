import Report
import Scripted
import Testing
import Trace

@Suite("An audit as text")
struct TextTests {
  @Test("Fits a terminal of 100 columns and says the answer first")
  func fits() {
    let text = AuditTests.audit.text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("a machine would have carried out"))
    #expect(words.contains("What stays with you"))
  }

  @Test("With one day it says that it takes a second one")
  func oneDay() {
    let worker = ScriptedWorker(seed: 1, days: 1)
    let text = Audit.make(events: worker.events, days: worker.days).text()
    #expect(text.contains("It takes a second one"))
    #expect(!text.contains("%"))
  }

  @Test("With too little to go by it says so instead of a number")
  func notEnough() {
    let worker = ScriptedWorker(seed: 1, days: 2, mixture: [(.invoice, 3)])
    let text = Audit.make(events: worker.events, days: worker.days).text()
    #expect(text.contains("not enough evidence yet"))
  }
}
