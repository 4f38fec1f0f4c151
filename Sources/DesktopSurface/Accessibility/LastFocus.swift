import Synchronization

/// What has the focus, as applications last told: the changes write it, looking reads it.
final class LastFocus: Sendable {
  private let last = Mutex<[String: Accessible]>([:])
  /// Applications beyond this are not remembered: there are never so many.
  private static let most = 256

  func note(_ accessible: Accessible) {
    last.withLock { last in
      if last.count >= Self.most { last.removeAll() }
      last[accessible.bus] = accessible
    }
  }

  func forget(bus: String) {
    last.withLock { last in last[bus] = nil }
  }

  func accessible(ofApplication bus: String) -> Accessible? {
    last.withLock { last in last[bus] }
  }
}
