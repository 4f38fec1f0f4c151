/// Something that was told by one of the desktop's sources.
enum Happening: Sendable {
  case input(InputEvent)
  case change(AccessibilityChange)
  case window(WindowChange)
  case clipboard(ClipboardChange)
  /// Half a second has gone by: what is held back may have come to rest.
  case pulse

  /// Whether it only tells where the pointer came to rest.
  var isRest: Bool {
    if case .input(let input) = self, case .pointerRested = input.kind { true } else { false }
  }
}
