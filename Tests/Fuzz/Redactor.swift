import Foundation
import Guard

/// Any text goes through the redactor in time, and what it leaves it leaves for good: going over it once more finds
/// nothing new.
func fuzzRedactor(_ bytes: Data) {
  let text = String(decoding: bytes, as: UTF8.self)
  let pseudonyms = Pseudonyms(key: 0..<16)
  let once = redactor.redact(text, with: pseudonyms)
  precondition(redactor.redact(once, with: pseudonyms) == once, "What was redacted is redacted again.")
  var end = 0
  for finding in redactor.findings(in: text) {
    precondition(
      finding.range.lowerBound >= end && finding.range.upperBound <= text.utf8.count, "A range lies outside.")
    end = finding.range.upperBound
  }
}

private let redactor = Redactor(people: ["Anna Müller", "Bo Li"])
