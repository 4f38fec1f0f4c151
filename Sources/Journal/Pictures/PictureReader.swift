import Foundation

/// Reads the pictures of a session that one of its keys has sealed.
///
/// It remembers the last ones: they are mostly asked for one after the other.
struct PictureReader {
  private let key: SessionKey
  private let home: Home
  private var known: [String: PictureParts] = [:]
  private var order: [String] = []

  /// No writer makes longer rows of pictures that build upon each other.
  private static let longest = 256
  private static let mostKnown = 4

  init(key: SessionKey, home: Home) {
    self.key = key
    self.home = home
  }

  /// A picture; nil where it, or one that it builds upon, has been erased or is damaged.
  mutating func picture(named name: String) -> Data? {
    var changes: [PictureChanges] = []
    var next = name
    while changes.count < Self.longest {
      if let parts = known[next] { return apply(changes, to: parts, named: name) }
      let frame = FrameName(session: key.session, name: next)
      guard frame.isValid, let bytes = try? Data(contentsOf: frame.location(in: home)) else { return nil }
      let file = PictureFile(bytes: bytes)
      guard let content = try? file.open(named: next, with: key) else { return nil }
      guard let base = file.base else {
        return changes.isEmpty ? content : PictureParts(content).flatMap { apply(changes, to: $0, named: name) }
      }
      guard let found = PictureChanges(bytes: content) else { return nil }
      changes.append(found)
      next = base
    }
    return nil
  }

  /// `changes` are in the order in which they were found: the last ones first.
  private mutating func apply(_ changes: [PictureChanges], to base: PictureParts, named name: String) -> Data? {
    var parts = base
    for change in changes.reversed() {
      guard let changed = change.applied(to: parts) else { return nil }
      parts = changed
    }
    remember(parts, as: name)
    return parts.picture
  }

  private mutating func remember(_ parts: PictureParts, as name: String) {
    guard known.updateValue(parts, forKey: name) == nil else { return }
    order.append(name)
    if order.count > Self.mostKnown { known[order.removeFirst()] = nil }
  }

  /// The names of all pictures that the given ones build upon, and their own, as their files say.
  static func needed(_ names: Set<String>, of session: String, in home: Home) -> Set<String> {
    var needed: Set<String> = []
    for name in names {
      var next: String? = name
      while let current = next, needed.insert(current).inserted {
        let location = FrameName(session: session, name: current).location(in: home)
        next = (try? FileHandle(forReadingFrom: location))
          .flatMap { try? $0.read(upToCount: 512) }.flatMap { PictureFile(bytes: $0).base }
      }
    }
    return needed
  }
}
