import Foundation

/// The pictures of a session, sealed anew with another key.
struct RenewedPictures {
  private var readers: [Int: PictureReader]
  private var writer: PictureWriter
  /// What has its new name already.
  private var names: [String: FrameName] = [:]
  private let new: SessionKey

  /// - Parameter old: the keys that they are sealed with, by their generations.
  init(from old: [Int: SessionKey], to new: SessionKey, in home: Home) {
    readers = old.mapValues { PictureReader(key: $0, home: home) }
    writer = PictureWriter(key: new, home: home)
    self.new = new
  }

  /// The new name of a picture, which is on the disk then; nil where it is gone or damaged.
  mutating func renew(_ name: FrameName) throws -> FrameName? {
    if let known = names[name.name] { return known }
    guard name.isValid, name.session == new.session,
      let pixels = readers[name.generation]?.picture(named: name.name)
    else { return nil }
    let renewed = FrameName(session: new.session, name: new.name(of: pixels))
    try writer.write(pixels, named: renewed.name)
    names[name.name] = renewed
    return renewed
  }
}
