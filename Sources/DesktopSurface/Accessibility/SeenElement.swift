import Trace

/// An element that an application tells of, and what to call it when asking for more.
struct SeenElement: Sendable, Hashable {
  var accessible: Accessible
  var element: Element
}
