import Trace

/// The place of a window, as long as its title says that it shows the same.
struct KnownPlace: Sendable {
  var title: String
  var place: Place
  var process: Int32?
  var isGranted: Bool
}
