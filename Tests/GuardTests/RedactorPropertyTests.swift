import Foundation
import Planted
import Testing
import Trace

@testable import Guard

@Suite("Whatever the text, the redactor ends soon and leaves nothing that it would find again")
struct RedactorPropertyTests {
  /// Pieces that rules look at, to be put together in any order.
  static let pieces =
    RuleTable.standard.rules.flatMap { $0.finds + $0.passes }.map { Marked($0).text }
    + [
      "", " ", "\n", "=", ":", "\"", "'", "-", "--", "/", "@", "+", "(", ")", "&", "%", "%4", "\\u00", "&#", "://", "‹",
      "›",
    ]
    + [
      "password", "token", "PIN", "call", "card", "Bearer ", "mysql -p", "curl -u ", "is", "as the password", "é", "👩‍👧",
      "\u{200b}",
    ]

  @Test("Found ranges lie in the text, in order and apart; a redacted text is found clean")
  func clean() {
    var dice = Dice(seed: 3)
    let redactor = Redactor()
    let pseudonyms = Pseudonyms(key: 0..<16)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let piece = RedactorPropertyTests.pieces.randomElement(using: &dice) ?? ""
        text +=
          Bool.random(using: &dice)
          ? piece : String(piece.prefix(Int.random(in: 0...max(1, piece.count), using: &dice)))
      }
      let ranges = redactor.findings(in: text).map(\.range)
      #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count })
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      let once = redactor.redact(text, with: pseudonyms)
      #expect(redactor.redact(once, with: pseudonyms) == once, "\(text.debugDescription)")
    }
  }

  @Test("Any bytes are taken")
  func anyBytes() {
    var dice = Dice(seed: 4)
    let redactor = Redactor()
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...80, using: &dice)
      let text = String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }, as: UTF8.self)
      let ranges = redactor.findings(in: text).map(\.range)
      #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count })
    }
  }

  @Test(
    "Time grows with the length of the text, however it is made",
    arguments: [
      "a", "1 ", "1-", "password:", "password ", "pw=", "@", "a@", "a.", "%40", "curl -u ", "://", "x://a:", "eyJ",
      "-----BEGIN ", "0a:", "aA1+", "+1 ",
      "token is ", "\"password\" ", "as the password ", "&#64;", "YWJj", "‹", "echo a ", "DE89 ",
    ])
  func linear(piece: String) {
    let redactor = Redactor()
    // Of this thread alone: whatever else the machine does is left out.
    func used() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    func time(_ count: Int) -> Double {
      let text = String(repeating: piece, count: count / piece.utf8.count)
      return (0..<3).map { _ in
        let start = used()
        _ = redactor.findings(in: text)
        return used() - start
      }.min() ?? 0
    }
    _ = time(1_000)
    // Eight times the text takes about eight times as long; a quadratic rule would take sixty-four times.
    let (short, long) = (time(2_000), time(16_000))
    #expect(long < short * 30 + 0.02, "\(short) → \(long)")
  }
}
