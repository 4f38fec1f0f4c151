import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files and folders that only their owner can read, and that are on the disk when a call returns.
enum Folder {
  /// Makes a folder, and those around it that are missing, for the owner only; they are on the disk then.
  static func create(_ folder: URL) throws(JournalError) {
    let around = folder.deletingLastPathComponent()
    let isThere = FileManager.default.fileExists(atPath: folder.path)
    if !isThere, around.path != folder.path { try create(parent: around) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      // One that is right already is left alone: on a disk that is read-only it is, and what it holds can be read.
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
      if (attributes[.posixPermissions] as? NSNumber)?.intValue != 0o700 {
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
      }
      if !isThere { try sync(folder: around) }
    } catch let error as JournalError {
      throw error
    } catch {
      if access(around.path, W_OK) != 0, errno == EROFS { throw failure(EROFS, at: folder) }
      throw JournalError(
        .unavailable,
        "The folder \(folder.path) cannot be made for its owner only. Check who owns the folder around it.")
    }
  }

  /// Folders that were there before stay as they are.
  private static func create(parent folder: URL) throws(JournalError) {
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    try create(folder)
  }

  /// Makes an empty file for the owner only, where there is none.
  static func touch(_ file: URL) throws(JournalError) {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno, at: file) }
    close(descriptor)
  }

  /// Writes a file whole or not at all: written beside, synced, renamed, and the folder synced.
  ///
  /// - Parameter destroyingOld: whether the bytes of the file that it replaces are overwritten afterwards.
  static func write(_ bytes: Data, to file: URL, destroyingOld: Bool = false) throws(JournalError) {
    let old = destroyingOld ? open(file.path, O_WRONLY | O_CLOEXEC) : -1
    defer { if old >= 0 { close(old) } }
    let draft = file.deletingLastPathComponent().appending(
      path: ".\(file.lastPathComponent).\(UInt64.random(in: 0 ... .max))")
    do throws(JournalError) {
      try write(bytes, to: draft, flags: O_EXCL)
      guard rename(draft.path, file.path) == 0 else { throw failure(errno, at: file) }
      try sync(folder: file.deletingLastPathComponent())
    } catch {
      unlink(draft.path)
      throw error
    }
    if old >= 0 { try overwrite(old, of: file) }
  }

  /// Overwrites a file and removes it; one that is not there is gone already.
  static func destroy(_ file: URL) throws(JournalError) {
    let descriptor = open(file.path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 {
      defer { close(descriptor) }
      try overwrite(descriptor, of: file)
    }
    let folder = file.deletingLastPathComponent()
    if unlink(file.path) != 0 {
      guard errno == ENOENT else { throw failure(errno, at: file) }
      // The folder may never have been made: then there is nothing to sync.
      guard FileManager.default.fileExists(atPath: folder.path) else { return }
    }
    try sync(folder: folder)
  }

  /// Overwrites what an open file holds.
  private static func overwrite(_ descriptor: Int32, of file: URL) throws(JournalError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, at: file) }
    let noise = [UInt8](repeating: 0, count: 1 << 16)
    var position = 0
    while position < Int(status.st_size) {
      let count = pwrite(descriptor, noise, min(noise.count, Int(status.st_size) - position), off_t(position))
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure(errno, at: file)
      }
      position += count
    }
    guard fsync(descriptor) == 0 else { throw failure(errno, at: file) }
  }

  /// Removes a folder with everything in it; one that is not there is gone already.
  static func remove(_ folder: URL) throws(JournalError) {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      throw JournalError(
        .unavailable, "\(folder.path) cannot be removed. Check that the disk is writable and the folder is yours.")
    }
    try sync(folder: folder.deletingLastPathComponent())
  }

  /// The names in a folder, in order; none where there is no folder. Drafts that a crash left are left out.
  static func names(in folder: URL) throws(JournalError) -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw JournalError(error, at: folder)
    }
  }

  /// Makes what was renamed, made or removed in a folder durable.
  static func sync(folder: URL) throws(JournalError) {
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, at: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(errno, at: folder) }
  }

  /// Adds bytes to the end of a file, which is made where there is none, and syncs it.
  static func append(_ bytes: Data, to file: URL) throws(JournalError) {
    try write(bytes, to: file, flags: O_APPEND)
    try sync(folder: file.deletingLastPathComponent())
  }

  private static func write(_ bytes: Data, to file: URL, flags: Int32) throws(JournalError) {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { throw failure(errno, at: file) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(errno, at: file)
      }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw failure(errno, at: file) }
  }

  /// What an error number of the system means for the journal.
  static func failure(_ number: Int32, at file: URL) -> JournalError {
    switch number {
    case ENOSPC, EDQUOT:
      JournalError(.full, "The disk that holds \(file.path) is full. Free some space; recording goes on by itself.")
    case ENOENT:
      JournalError(.notFound, "There is no file \(file.path).")
    default:
      JournalError(
        .unavailable,
        "\(file.path) cannot be written or read (\(String(cString: strerror(number)))). "
          + "Check that the disk is writable and the folder is yours.")
    }
  }
}
