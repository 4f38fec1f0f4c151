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
  /// When it began.
  let made: Moment
  /// When the person last used it.
  var used: Moment
  /// When the person last showed that it is they.
  var confirmed: Moment?
  /// How often something wrong was said in place of the passphrase since.
  var failures = 0
  /// What the person asked to be erased and has not agreed to yet. It stands here and in no address, so that no history
  /// tells of it.
  var erasure: ErasureRequest?

  /// Unused for this long it is locked, in seconds; so long a confirmation holds.
  static let idle = 600.0
  /// It ends after so long, however much it is used, in seconds.
  static let longest = 8.0 * 3_600

  init(room: Secret, cookie: Secret, header: Secret, made: Moment) {
    (self.room, self.cookie, self.header, self.made) = (room, cookie, header, made)
    used = made
  }

  /// Whether so little time has passed since a moment. A clock that was set back counts as too long.
  static func isFresh(_ moment: Moment, at now: Moment) -> Bool {
    (0..<idle).contains(now.seconds(since: moment))
  }

  func isOver(at now: Moment) -> Bool { !(0..<Session.longest).contains(now.seconds(since: made)) }

  func isLocked(at now: Moment) -> Bool { !Session.isFresh(used, at: now) }

  func isConfirmed(at now: Moment) -> Bool {
    !isLocked(at: now) && confirmed.map { Session.isFresh($0, at: now) } ?? false
  }
}
