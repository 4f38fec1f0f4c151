import Foundation
import Trace

/// The latest pictures of each tab, from which an event takes the last one before it.
///
/// It fails closed: while a secret may be seen, or what is not granted, there is no picture; nor is there one where it
/// cannot be told what is written in it.
struct Pictures: Sendable {
  private struct Taken: Sendable {
    var time: Moment
    var frame: Frame
  }

  private struct Album: Sendable {
    var taken: [Taken] = []
    /// Whether a secret was seen in the page the last time it said anything.
    var isUnsafe = false
    /// What was drawn when the page was last asked, and when that was.
    var drawn: (texts: [DrawnText], time: Moment)?
  }

  private var albums: [TabID: Album] = [:]
  private var count = 0

  /// Keeps a picture of a tab; false where the page looked different when it was asked.
  ///
  /// - Parameters:
  ///   - time: when it was drawn.
  ///   - page: what the page says is drawn in it, asked at `asked`, once it was there.
  mutating func add(
    _ jpeg: Data, of tab: TabID, deviceWidth: Double, at time: Moment, showing page: DrawnPage, asked: Moment
  ) -> Bool {
    let before = albums[tab]?.drawn
    albums[tab, default: Album()].drawn = (page.texts, asked)
    // What changed since may show in the picture and not in what the page says now; another picture is coming.
    guard page.since <= time.seconds * 1000 else { return false }
    guard albums[tab]?.isUnsafe != true, let size = JPEGSize(jpeg) else { return true }
    count += 1
    // A picture is a little older than it says: what has just gone may be in it still.
    let gone = before.map { time.seconds(since: $0.time) < Pictures.lag ? $0.texts : [] } ?? []
    let frame = Frame(
      id: "browser-\(count)", mediaType: "image/jpeg", width: size.width, height: size.height,
      scale: Double(size.width) / max(deviceWidth, 1), masked: [],
      drawn: page.texts + gone.filter { !page.texts.contains($0) },
      pixels: jpeg)
    albums[tab, default: Album()].taken.append(Taken(time: time, frame: frame))
    if let taken = albums[tab]?.taken, taken.count > 8 { albums[tab]?.taken.removeFirst(taken.count - 8) }
    return true
  }

  /// When a tab was last asked what is drawn in it.
  func lastAsked(_ tab: TabID) -> Moment? { albums[tab]?.drawn?.time }

  /// Notes whether a page shows a secret now. What was taken while it did, or shortly before it said so, is dropped.
  mutating func page(of tab: TabID, isSafe: Bool) {
    let was = albums[tab]?.isUnsafe ?? false
    if !isSafe || was { albums[tab] = Album(isUnsafe: !isSafe) }
  }

  /// The last picture of a tab that was taken before a moment.
  func last(of tab: TabID, before time: Moment) -> Frame? {
    albums[tab]?.taken.last { $0.time <= time }?.frame
  }

  /// How long what is no longer drawn is looked for in pictures, in seconds.
  private static let lag = 1.0

  mutating func forget(_ tab: TabID) { albums[tab] = nil }
  mutating func forgetAll() { albums = [:] }
}

/// What `drawn.js` tells of a page.
struct DrawnPage: Sendable, Decodable {
  /// Since when the page has looked as it does, in milliseconds since 1970.
  var since: Double
  var texts: [DrawnText]
}

/// The size of a JPEG picture, from its frame header.
struct JPEGSize: Sendable, Hashable {
  var width: Int
  var height: Int

  /// Reads it; nil for what is no JPEG.
  init?(_ jpeg: Data) {
    let bytes = [UInt8](jpeg.prefix(65536))
    guard bytes.count > 4, bytes[0] == 0xff, bytes[1] == 0xd8 else { return nil }
    var position = 2
    while position + 9 < bytes.count, bytes[position] == 0xff {
      let marker = bytes[position + 1]
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      // SOF0 to SOF15 hold the size, but for the three of them that are tables.
      if (0xc0...0xcf).contains(marker), ![0xc4, 0xc8, 0xcc].contains(marker) {
        height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
        width = Int(bytes[position + 7]) << 8 | Int(bytes[position + 8])
        return
      }
      position += 2 + length
    }
    return nil
  }
}
