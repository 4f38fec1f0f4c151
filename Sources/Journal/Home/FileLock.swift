import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Keeps other processes, and other tasks of this one, out while it is held.
struct FileLock {
  private let descriptor: Int32

  /// Waits until the lock is free.
  init(_ file: URL) throws(JournalError) {
    descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Folder.failure(errno, at: file) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let number = errno
        close(descriptor)
        throw Folder.failure(number, at: file)
      }
    }
  }

  /// Takes the lock if it is free; nil where somebody holds it.
  init?(trying file: URL) throws(JournalError) {
    descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Folder.failure(errno, at: file) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  func release() {
    close(descriptor)
  }
}
