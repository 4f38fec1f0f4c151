/// Names a tab of the browser while it is open.
struct TabID: Sendable, Hashable {
  var rawValue: String
}
