import Foundation

@testable import Journal

/// What a process did to the files below a folder, as `faults.c` wrote it down.
struct DiskTrace {
  enum Change {
    case create(inode: UInt64, path: String)
    case folder(path: String)
    case write(inode: UInt64, at: Int, bytes: Data)
    case truncate(inode: UInt64, to: Int)
    case rename(from: String, to: String)
    case remove(path: String)
    case sync(inode: UInt64)
    case syncFolder(path: String)
    case told(Data)
  }

  var changes: [Change] = []

  init(reading file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    var position = 0
    func integer(_ size: Int) -> UInt64 {
      defer { position += size }
      return bytes[position..<(position + size)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    func data() -> Data {
      let count = Int(integer(4))
      defer { position += count }
      return Data(bytes[position..<(position + count)])
    }
    while position < bytes.count {
      let kind = Character(UnicodeScalar(bytes[position]))
      position += 1
      let inode = integer(8)
      let offset = Int(integer(8))
      let path = String(decoding: data(), as: UTF8.self)
      let other = String(decoding: data(), as: UTF8.self)
      let content = data()
      switch kind {
      case "C": changes.append(.create(inode: inode, path: path))
      case "M": changes.append(.folder(path: path))
      case "W": changes.append(.write(inode: inode, at: offset, bytes: content))
      case "T": changes.append(.truncate(inode: inode, to: offset))
      case "R": changes.append(.rename(from: path, to: other))
      case "U": changes.append(.remove(path: path))
      case "S": changes.append(.sync(inode: inode))
      case "D": changes.append(.syncFolder(path: path))
      default: changes.append(.told(content))
      }
    }
  }
}
