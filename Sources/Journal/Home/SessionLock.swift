import Foundation

/// Held by whoever records a session, for as long as it does; the system takes it away from a process that ends.
struct SessionLock {
  private let lock: FileLock
  private let file: URL

  /// Nil where the session is being recorded by somebody else.
  init?(_ session: String, in home: Home) throws(JournalError) {
    let folder = home.state.appending(path: "sessions", directoryHint: .isDirectory)
    try Folder.create(folder)
    file = folder.appending(path: "\(session).lock")
    guard let lock = try FileLock(trying: file) else { return nil }
    self.lock = lock
  }

  /// Whether a session is being recorded.
  static func isHeld(_ session: String, in home: Home) throws(JournalError) -> Bool {
    guard let lock = try SessionLock(session, in: home) else { return true }
    lock.release()
    return false
  }

  func release() {
    // Removed while it is still held: who opened it before finds nobody, and a session is begun once.
    unlink(file.path)
    lock.release()
  }
}
