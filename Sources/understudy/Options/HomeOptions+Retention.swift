import Foundation
import Guard
import Journal
import Surfaces
import Trace

extension HomeOptions {
  /// Erases what is older than the person's rules say; says what was done, or why it was not.
  func applyRetention(with key: PersonKey?, _ terminal: Terminal) async throws {
    guard let days = try folders.ownRules().daysKept else { return }
    switch try await Retention(home: folders, days: days).apply(at: SystemClock().now(), with: key) {
    case .nothing: break
    case .erased(let erasure):
      terminal.say(
        "Erased, since your rules keep \(days) days: \(erasure.receipt.sessions.joined(separator: ", ")).")
    case .held(let sessions, let jump):
      terminal.say(
        "\(sessions) sessions are older than \(days) days, if the clock is right: it is \(jump) days later than when it "
          + "was last looked at. Confirm it: understudy forget --expired")
    }
  }
}
