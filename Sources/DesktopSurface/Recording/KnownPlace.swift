import Trace

/// The place of a window, as long as its title says that it shows the same.
struct KnownPlace: Sendable {
  var title: String
  var place: Place
  var process: Int32?
  var isGranted: Bool
  /// How often its document was asked for, and when last: one that is still being opened is told late.
  var looks = 1
  var looked: Moment

  /// Whether it is worth asking again which document the window shows.
  func mayOpen(at time: Moment) -> Bool {
    place.document.isEmpty && looks < 6 && time.seconds(since: looked) > 0.25 * Double(1 << looks)
  }
}
