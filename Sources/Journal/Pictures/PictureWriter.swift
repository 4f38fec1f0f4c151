import Foundation
import Guard

/// Writes the pictures of a session. One that differs little from one of the last is kept as what it has that the other
/// has not: of a window that is worked in, most stays as it is, also when another one was worked in meanwhile.
///
/// It is a value, so that whoever writes can go back to what it was before a write that failed.
struct PictureWriter: Sendable {
  private struct Written: Sendable {
    var name: String
    var parts: PictureParts
    /// How many pictures have to be read for this one.
    var length: Int
  }

  /// The pictures that the next ones may be built on, the latest at the end: of windows of one size each has its own.
  private var last: [Written] = []
  private let key: SessionKey
  private let home: Home

  /// So many pictures are damaged with one at most, and read for one.
  private static let longest = 96
  private static let most = 4

  init(key: SessionKey, home: Home) {
    self.key = key
    self.home = home
  }

  /// Writes a picture under its name, so that it is on the disk when this returns.
  mutating func write(_ picture: Data, named name: String) throws {
    let location = FrameName(session: key.session, name: name).location(in: home)
    try Folder.create(location.deletingLastPathComponent())
    let parts = PictureParts(JPEGRestarts.added(to: picture) ?? picture)
    guard let parts else { return try keep(PictureFile(whole: picture, named: name, with: key), at: location) }
    let base = base(of: parts)
    if let base, last[base.index].length < Self.longest {
      try keep(PictureFile(base.changes, named: name, after: last[base.index].name, with: key), at: location)
    } else {
      try keep(PictureFile(whole: parts.picture, named: name, with: key), at: location)
    }
    let before = base.map { last.remove(at: $0.index) }
    let length = before.map { $0.length < Self.longest ? $0.length + 1 : 1 } ?? 1
    last.append(Written(name: name, parts: parts, length: length))
    if last.count > Self.most { last.removeFirst() }
  }

  private func keep(_ file: PictureFile, at location: URL) throws { try Folder.write(file.bytes, to: location) }

  /// The picture that has most of another one, and what it has not; nil where none has half of it.
  private func base(of parts: PictureParts) -> (index: Int, changes: PictureChanges)? {
    let changes = last.enumerated().compactMap { index, before in
      PictureChanges(from: before.parts, to: parts).map { (index: index, changes: $0) }
    }
    let best = changes.min { $0.changes.size < $1.changes.size }
    return best.flatMap { $0.changes.size * 2 < parts.size ? $0 : nil }
  }
}
