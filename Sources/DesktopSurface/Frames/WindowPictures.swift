import Trace

/// The latest pictures of each window, from which an event takes the last one before it.
struct WindowPictures: Sendable {
  private struct Taken: Sendable {
    var time: Moment
    var frame: Frame
  }

  private struct Album: Sendable {
    var taken: [Taken] = []
    /// What was written in it when it was last asked, and when that was.
    var written: (texts: [DrawnText], time: Moment)?
    /// What it looked like in the last one, as it was on the screen.
    var look: PictureDigest?
    /// What changed while it was read.
    var unread: [Bounds] = []
  }

  private var albums: [UInt32: Album] = [:]
  /// The windows of the pictures, the one that was pictured last at the end.
  private var order: [UInt32] = []
  /// The windows whose looks may have changed, the first one first.
  private(set) var wanted: [UInt32] = []
  /// How often everything was forgotten: a picture that was begun before is not kept.
  private(set) var generation = 0
  /// The window that something was done in last.
  var worked: UInt32?
  /// When the one that was taken last was begun.
  var latest = ContinuousClock.now

  /// A window's looks may have changed, or are about to.
  mutating func want(_ window: UInt32) {
    if !wanted.contains(window) { wanted.append(window) }
  }

  /// Whether the next one is of a window that has none.
  var wantsFirst: Bool { wanted.first.map { albums[$0] == nil } ?? false }

  /// The window whose picture is wanted for the longest time; it is not wanted any more.
  mutating func next() -> UInt32? { wanted.isEmpty ? nil : wanted.removeFirst() }

  /// Whether a window looks as it did in its last picture.
  func shows(_ look: PictureDigest, of window: UInt32) -> Bool {
    albums[window].map { $0.look == look && $0.unread.isEmpty } ?? false
  }

  /// What may look different since a window was read last; nil for all of it.
  func areas(changedIn look: PictureDigest, of window: UInt32) -> [Bounds]? {
    guard let album = albums[window], let before = album.look, before.bounds == look.bounds else { return nil }
    return look.areas(changedSince: before) + album.unread
  }

  /// What is written in a window now, and what has just gone: it may be on the screen still.
  mutating func texts(_ texts: [DrawnText], of window: UInt32, at time: Moment) -> [DrawnText] {
    let before = albums[window]?.written
    albums[window, default: Album()].written = (texts, time)
    guard let before, time.seconds(since: before.time) < Self.lag else { return texts }
    let known = Set(texts)
    return texts + before.texts.filter { !known.contains($0) }
  }

  /// Keeps a picture of a window that was taken at a moment.
  ///
  /// - Parameter unread: what changed while it was read.
  mutating func add(
    _ frame: Frame, looking look: PictureDigest, of window: UInt32, at time: Moment, unread: [Bounds]
  ) {
    order.removeAll { $0 == window }
    order.append(window)
    if order.count > Self.mostWindows { forget(order[0]) }
    (albums[window, default: Album()].look, albums[window, default: Album()].unread) = (look, unread)
    albums[window, default: Album()].taken.append(Taken(time: time, frame: frame))
    if let taken = albums[window]?.taken, taken.count > Self.mostPictures { albums[window]?.taken.removeFirst() }
  }

  /// The last picture of a window that was taken before a moment.
  func last(of window: UInt32, before time: Moment) -> Frame? {
    albums[window]?.taken.last { $0.time <= time }?.frame
  }

  /// When the last picture of a window was taken.
  func time(of window: UInt32) -> Moment? { albums[window]?.taken.last?.time }

  mutating func forget(_ window: UInt32) {
    albums[window] = nil
    order.removeAll { $0 == window }
    wanted.removeAll { $0 == window }
  }

  mutating func forgetAll() {
    (albums, order, wanted) = ([:], [], [])
    generation += 1
  }

  /// How long what is no longer written is looked for in pictures, in seconds.
  private static let lag = 1.0
  private static let mostWindows = 4
  private static let mostPictures = 4
}
