/// What a look at a point of a window has shown.
struct PointerLook: Sendable {
  var seen: SeenElement?
  /// What it looks like there, where its application is not on the accessibility bus.
  var picture: ScreenPicture?

  var isEmpty: Bool { seen == nil && picture == nil }
}
