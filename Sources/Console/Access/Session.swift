import Trace

/// One browser that came in by a link: what it must say, and what it may do.
struct Session: Sendable {
  /// The first part of every path: the cookie is sent below it and nowhere else, so that a server on another port of
  /// this machine, which browsers do not tell apart, never gets it.
  let room: Secret
  /// What the cookie holds; no script can read it.
  let cookie: Secret
  /// What a page's script says in a header with everything it asks for: no other site can.
  let header: Secret
  /// When it was last used.
  var used: Moment
  /// When the person last showed that it is they.
  var confirmed: Moment?
  /// How often something wrong was said in place of the passphrase since.
  var failures = 0

  /// Unused for this long it is locked, in seconds; so long a confirmation holds.
  static let idle = 600.0

  /// Whether so little time has passed since a moment. A clock that was set back counts as too long.
  static func isFresh(_ moment: Moment, at now: Moment) -> Bool {
    (0..<idle).contains(now.seconds(since: moment))
  }

  func isLocked(at now: Moment) -> Bool { !Session.isFresh(used, at: now) }

  func isConfirmed(at now: Moment) -> Bool {
    !isLocked(at: now) && confirmed.map { Session.isFresh($0, at: now) } ?? false
  }
}
