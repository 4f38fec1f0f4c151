import Foundation
import Guard

/// Writes the pictures of a session. One that differs little from the last of its size is kept as what it has that the
/// other has not: of a window that is worked in, most stays as it is.
///
/// It is a value, so that whoever writes can go back to what it was before a write that failed.
struct PictureWriter: Sendable {
  private struct Written: Sendable {
    var name: String
    var parts: PictureParts
    /// How many pictures have to be read for this one.
    var length: Int
  }

  /// The last picture of each size and kind, the latest at the end.
  private var last: [Written] = []
  private let key: SessionKey
  private let home: Home

  /// So many pictures are damaged with one at most, and read for one.
  private static let longest = 48
  private static let mostSizes = 4

  init(key: SessionKey, home: Home) {
    self.key = key
    self.home = home
  }

  /// Writes a picture under its name, so that it is on the disk when this returns.
  mutating func write(_ picture: Data, named name: String) throws {
    let location = FrameName(session: key.session, name: name).location(in: home)
    try Folder.create(location.deletingLastPathComponent())
    let parts = PictureParts(JPEGRestarts.added(to: picture) ?? picture)
    let file = try file(of: parts?.picture ?? picture, parts, named: name)
    try Folder.write(file.bytes, to: location)
    guard let parts else { return }
    let before = last.first { $0.parts.head == parts.head }
    last.removeAll { $0.parts.head == parts.head }
    last.append(Written(name: name, parts: parts, length: file.base == nil ? 1 : (before?.length ?? 0) + 1))
    if last.count > Self.mostSizes { last.removeFirst() }
  }

  private func file(of picture: Data, _ parts: PictureParts?, named name: String) throws -> PictureFile {
    if let parts, let before = last.first(where: { $0.parts.head == parts.head }), before.length < Self.longest,
      let changes = PictureChanges(from: before.parts, to: parts)
    {
      let file = try PictureFile(changes, named: name, after: before.name, with: key)
      if file.sealed.count * 2 < picture.count { return file }
    }
    return try PictureFile(whole: picture, named: name, with: key)
  }
}
