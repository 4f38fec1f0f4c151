import Surfaces
import Trace

/// Hands out links, lets each in once, and knows who is in.
///
/// ```swift
/// let link = await doorkeeper.link()                    // http://127.0.0.1:PORT/#t=…, for 60 seconds
/// let session = await doorkeeper.enter(with: "…")        // what the page posts: once
/// ```
actor Doorkeeper {
  /// What a request that names a room gets.
  enum Answer: Sendable {
    case stranger
    case locked(Session)
    case welcome(Session)
  }

  private let clock: any WallClock
  private var random = SystemRandomNumberGenerator()
  private var token: (secret: Secret, made: Moment)?
  private var sessions: [String: Session] = [:]

  /// How long a link lets in, in seconds.
  static let patience = 60.0
  /// How many wrong passphrases end a session.
  static let tries = 5
  /// So many browsers are in at the same time at most: the one that was not used for longest goes.
  private static let most = 8

  init(clock: any WallClock) {
    self.clock = clock
  }

  /// A new token for a link; the one before lets nobody in any more.
  func link() -> Secret {
    let secret = Secret(using: &random)
    token = (secret, clock.now())
    return secret
  }

  /// Lets in who says the token, once and in time.
  func enter(with said: String) -> Session? {
    guard let token, token.secret.matches(said) else { return nil }
    self.token = nil
    let now = clock.now()
    guard (0..<Doorkeeper.patience).contains(now.seconds(since: token.made)) else { return nil }
    // What opened the link was the person's own terminal.
    let session = Session(
      room: Secret(using: &random), cookie: Secret(using: &random), header: Secret(using: &random), made: now)
    if sessions.count >= Doorkeeper.most, let oldest = sessions.min(by: { $0.value.used < $1.value.used })?.key {
      sessions[oldest] = nil
    }
    sessions[session.room.text] = session
    return session
  }

  /// Who asks, by the room in the path and the cookie.
  func answer(room: String, cookie: String?) -> Answer {
    guard let cookie, let session = standing(room), session.cookie.matches(cookie) else { return .stranger }
    return session.isLocked(at: clock.now()) ? .locked(session) : .welcome(session)
  }

  /// Notes that the person did something in a room that is not locked. What a page asks for by itself is no use of it.
  func attend(room: String) {
    let now = clock.now()
    guard let session = standing(room), !session.isLocked(at: now) else { return }
    sessions[room]?.used = now
  }

  /// Whether somebody is in a room, and it is not locked.
  func isOpen(room: String) -> Bool { standing(room).map { !$0.isLocked(at: clock.now()) } ?? false }

  /// Notes what the person asked to be erased; nil where they agreed to it.
  func note(erasure: ErasureRequest?, in room: String) { sessions[room]?.erasure = erasure }

  /// The session of a room, as long as it lasts.
  private func standing(_ room: String) -> Session? {
    if let session = sessions[room], session.isOver(at: clock.now()) { sessions[room] = nil }
    return sessions[room]
  }

  /// Notes whether the person showed that it is they; returns false where the session ended because of wrong tries.
  func note(confirmed: Bool, in room: String) -> Bool {
    guard var session = sessions[room] else { return false }
    if confirmed {
      (session.confirmed, session.used, session.failures) = (clock.now(), clock.now(), 0)
    } else {
      session.failures += 1
    }
    sessions[room] = session.failures >= Doorkeeper.tries ? nil : session
    return sessions[room] != nil
  }

  /// Lets nobody of a room in any more.
  func leave(room: String) { sessions[room] = nil }
}
