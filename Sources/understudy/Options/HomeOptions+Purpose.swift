import Findings
import Journal
import Surfaces
import Trace

extension HomeOptions {
  /// Of some events those that a grant lets be used for a purpose now; says how many are left out.
  ///
  /// Throws where there are none.
  func events(_ events: [Event], for purpose: Purpose, _ terminal: Terminal) throws -> [Event] {
    let now = SystemClock().now()
    let grants = try GrantStore(home: folders).grants().filter { $0.stands(for: purpose, at: now) }
    let allowed = events.filter { grants.allow(purpose, of: $0, at: now) }
    guard !allowed.isEmpty || events.isEmpty else {
      terminal.endProgress()
      throw Failure(
        .noGrant,
        "No grant that stands lets what was recorded be used to \(GrantText.deed(purpose)). See what you granted: "
          + "understudy grant --list")
    }
    if allowed.count < events.count {
      terminal.endProgress()
      terminal.say(
        "\(events.count - allowed.count) events are left out: no grant that stands lets them be used to "
          + "\(GrantText.deed(purpose)).")
    }
    return allowed
  }
}
