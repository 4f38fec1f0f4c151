import Foundation
import Guard
import Journal
import Surfaces
import Trace

extension HomeOptions {
  /// Erases what is older than the grants and the person's rules say; says what was done, or why it was not.
  func applyRetention(with key: PersonKey?, _ terminal: Terminal) async throws {
    let retention = Retention(home: folders, days: try folders.ownRules().daysKept)
    guard try retention.isSet() else { return }
    switch try await retention.apply(at: SystemClock().now(), with: key) {
    case .nothing: break
    case .erased(let erasure):
      terminal.say(
        "Erased, since it has been kept for as long as you said: "
          + (erasure.receipt.sessions
          + erasure.receipt.derived.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { "\($0.value) \($0.key.words)\($0.value == 1 ? "" : "s")" }).joined(separator: ", ") + ".")
    case .held(let sessions, let jump):
      terminal.say(
        "\(sessions) sessions, or things made of them, have been kept for as long as you said, if the clock is right: it "
          + "is \(jump) days later than when it was last looked at. Confirm it: understudy forget --expired")
    }
  }
}
