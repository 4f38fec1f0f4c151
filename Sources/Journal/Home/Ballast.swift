import Foundation

/// Space that is kept free for erasing: on a full disk the journal could not even remove rows.
struct Ballast {
  static let size = 32 << 20

  let home: Home

  private var file: URL { home.data.appending(path: "ballast") }

  /// Gives the space back to the disk, where less than as much is free; returns whether it did.
  func release() -> Bool {
    guard let free = Ballast.free(at: home.data), free < Ballast.size else { return false }
    return unlink(file.path) == 0
  }

  /// Takes the space, where there is plenty of it.
  func reserve() {
    guard !FileManager.default.fileExists(atPath: file.path), let free = Ballast.free(at: home.data),
      free > 8 * Ballast.size
    else { return }
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if posix_fallocate(descriptor, 0, Ballast.size) != 0 { unlink(file.path) }
  }

  /// Whether next to nothing is free.
  static func isFull(at folder: URL) -> Bool { free(at: folder).map { $0 < 1 << 18 } ?? false }

  private static func free(at folder: URL) -> Int? {
    var status = statvfs()
    guard statvfs(folder.path, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }
}
