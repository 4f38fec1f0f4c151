import Foundation

/// A disk that may lose power: what was synced is on it, of what was not each sector may be there or not.
///
/// A file's content and the folder that names it are synced apart, as POSIX says. A folder keeps its changes in their
/// order; a file's sectors are written in any.
struct Disk {
  private typealias Name = String

  private enum FileChange {
    case write(at: Int, Data)
    case truncate(Int)
  }

  private enum FolderChange {
    case name(String, inode: UInt64?)
    case remove(String)
  }

  static let sector = 512

  private let root: String
  private var files: [UInt64: Data] = [:]
  private var pendingFiles: [UInt64: [FileChange]] = [:]
  /// The names that are on the disk: a file's inode, or nil for a folder.
  private var names: [String: UInt64?] = [:]
  private var pendingFolders: [String: [FolderChange]] = [:]
  /// The names as the process sees them.
  private var current: [String: UInt64?] = [:]

  /// A disk on which everything below a folder is.
  init(holding folder: URL) throws {
    root = folder.path
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let path = "\(folder.path)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      if attributes[.type] as? FileAttributeType == .typeDirectory {
        names[path] = .some(nil)
      } else {
        let inode = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
        names[path] = inode
        files[inode] = try Data(contentsOf: URL(filePath: path))
      }
    }
    current = names
  }

  mutating func apply(_ change: DiskTrace.Change) {
    switch change {
    case .create(let inode, let path):
      files[inode] = Data()
      pendingFiles[inode] = []
      current[path] = inode
      pendingFolders[folder(of: path), default: []].append(.name(path, inode: inode))
    case .folder(let path):
      current[path] = .some(nil)
      pendingFolders[folder(of: path), default: []].append(.name(path, inode: nil))
    case .write(let inode, let position, let bytes):
      pendingFiles[inode, default: []].append(.write(at: position, bytes))
    case .truncate(let inode, let size):
      pendingFiles[inode, default: []].append(.truncate(size))
    case .rename(let from, let to):
      guard let inode = current.removeValue(forKey: from) else { return }
      current[to] = inode
      // Both names change at once: a rename is atomic.
      pendingFolders[folder(of: to), default: []].append(.name(to, inode: inode))
      pendingFolders[folder(of: from), default: []].append(.remove(from))
    case .remove(let path):
      current.removeValue(forKey: path)
      pendingFolders[folder(of: path), default: []].append(.remove(path))
    case .sync(let inode):
      for change in pendingFiles[inode] ?? [] { Disk.apply(change, to: &files[inode, default: Data()]) }
      pendingFiles[inode] = nil
    case .syncFolder(let path):
      for change in pendingFolders[path] ?? [] { Disk.apply(change, to: &names) }
      pendingFolders[path] = nil
    case .told: break
    }
  }

  /// Writes what may be on the disk after the power was lost to a folder.
  ///
  /// - Parameter share: how likely it is that what was not synced is there.
  func lose(leaving share: Double, to folder: URL, using dice: inout some RandomNumberGenerator) throws {
    var names = names
    for changes in pendingFolders.sorted(by: { $0.key < $1.key }).map(\.value) {
      for change in changes {
        guard Double.random(in: 0..<1, using: &dice) < share else { break }
        Disk.apply(change, to: &names)
      }
    }
    for (path, inode) in names.sorted(by: { $0.key < $1.key }) {
      let target = folder.appending(path: String(path.dropFirst(root.count + 1)))
      // What lies in a folder that is lost is lost with it.
      guard let inode else {
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
        continue
      }
      guard FileManager.default.fileExists(atPath: target.deletingLastPathComponent().path) else { continue }
      var content = files[inode] ?? Data()
      for change in pendingFiles[inode] ?? [] { Disk.tear(change, to: &content, leaving: share, using: &dice) }
      try content.write(to: target)
    }
  }

  // MARK: - Changes

  private func folder(of path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  private static func apply(_ change: FileChange, to content: inout Data) {
    switch change {
    case .truncate(let size):
      content = size <= content.count ? content.prefix(size) : content + Data(count: size - content.count)
    case .write(let position, let bytes):
      if content.count < position + bytes.count { content += Data(count: position + bytes.count - content.count) }
      content.replaceSubrange(position..<(position + bytes.count), with: bytes)
    }
  }

  /// Applies each sector of a change, or not.
  private static func tear(
    _ change: FileChange, to content: inout Data, leaving share: Double, using dice: inout some RandomNumberGenerator
  ) {
    guard case .write(let position, let bytes) = change else {
      if Double.random(in: 0..<1, using: &dice) < share { apply(change, to: &content) }
      return
    }
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, (position + start) / sector * sector + sector - position)
      if Double.random(in: 0..<1, using: &dice) < share {
        apply(.write(at: position + start, Data(bytes[start..<end])), to: &content)
      }
      start = end
    }
  }

  private static func apply(_ change: FolderChange, to names: inout [String: UInt64?]) {
    switch change {
    case .name(let path, let inode): names[path] = .some(inode)
    case .remove(let path): names.removeValue(forKey: path)
    }
  }
}
