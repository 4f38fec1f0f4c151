import Foundation

/// The files in some folders, named whenever a program opens one: inotify(7).
struct OpenedFiles: Sendable {
  private let handle: FileHandle?
  private let folders: [Int32: URL]

  /// Begins to watch; folders that are not there are left out.
  init(in folders: [URL]) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0, !folders.isEmpty else {
      handle = nil
      self.folders = [:]
      return
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var watched: [Int32: URL] = [:]
    for folder in folders {
      let number = inotify_add_watch(descriptor, folder.path, UInt32(IN_OPEN))
      if number >= 0 { watched[number] = folder }
    }
    self.folders = watched
  }

  /// The files as they are opened, until the reading task is cancelled.
  func names() -> AsyncStream<URL> {
    AsyncStream { continuation in
      guard let handle else { return continuation.finish() }
      handle.readabilityHandler = { [folders] handle in
        for (watch, name) in Self.names(in: handle.availableData) {
          if let folder = folders[watch] { continuation.yield(folder.appending(path: name)) }
        }
      }
      continuation.onTermination = { _ in handle.readabilityHandler = nil }
    }
  }

  /// The entries of a buffer of `struct inotify_event`: four 32-bit numbers (watch, mask, cookie, length), then a name
  /// padded with zeros to that length.
  static func names(in buffer: Data) -> [(watch: Int32, name: String)] {
    var names: [(Int32, String)] = []
    buffer.withUnsafeBytes { bytes in
      var start = 0
      while start + 16 <= bytes.count {
        let watch = bytes.loadUnaligned(fromByteOffset: start, as: Int32.self)
        let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
        guard start + 16 + length <= bytes.count else { return }
        let name = bytes[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }
        if !name.isEmpty { names.append((watch, String(decoding: name, as: UTF8.self))) }
        start += 16 + length
      }
    }
    return names
  }
}
