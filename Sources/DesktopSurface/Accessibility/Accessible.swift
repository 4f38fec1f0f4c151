/// Names an object of an application on the accessibility bus.
struct Accessible: Sendable, Hashable {
  /// The application's name on the bus, such as `:1.23`.
  var bus: String
  var path: String
}
