import Foundation

/// A picture as its file holds it: sealed, whole or as what it has that an earlier picture of its session has not.
///
/// The earlier one's name lies open, as the names of files do, and is a part of what authenticates the rest.
struct PictureFile: Sendable {
  /// The name of the picture that this one builds upon; nil for a whole one.
  var base: String?
  var sealed: Data

  private static let opening = Data("after ".utf8)
  private static let newline = UInt8(ascii: "\n")

  /// Seals a whole picture.
  init(whole picture: Data, named name: String, with key: SessionKey) throws {
    sealed = try key.seal(picture, as: .frame, named: name)
  }

  /// Seals what a picture has that `base` has not.
  init(_ changes: PictureChanges, named name: String, after base: String, with key: SessionKey) throws {
    self.base = base
    sealed = try key.seal(changes.bytes, as: .frame, named: Self.name(name, after: base))
  }

  /// Reads a file's bytes.
  init(bytes: Data) {
    guard bytes.starts(with: Self.opening), let end = bytes.prefix(256).firstIndex(of: Self.newline),
      let base = String(bytes: bytes[..<end].dropFirst(Self.opening.count), encoding: .utf8),
      SessionName.isValid(base)
    else {
      sealed = bytes
      return
    }
    self.base = base
    sealed = bytes[(end + 1)...]
  }

  var bytes: Data {
    guard let base else { return sealed }
    return Self.opening + Data(base.utf8) + [Self.newline] + sealed
  }

  /// What is inside: the picture, or its changes.
  func open(named name: String, with key: SessionKey) throws -> Data {
    try key.open(sealed, as: .frame, named: base.map { Self.name(name, after: $0) } ?? name)
  }

  private static func name(_ name: String, after base: String) -> String { "\(name) after \(base)" }
}
