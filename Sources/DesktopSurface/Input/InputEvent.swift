import Trace

/// What keyboard or mouse did, as the X server tells it to whoever asks: before any application has acted on it.
struct InputEvent: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Told once for a key that is held down, though programs get it again and again: the server repeats it for them
    /// only. ``isRepeated`` of its release says that it did.
    case keyPressed(PressedKey)
    case keyReleased(PressedKey)
    /// Wheels are not buttons here. The point is on the screen.
    case buttonPressed(Click.Button, at: Point)
    case buttonReleased(Click.Button, at: Point)
    /// Ticks of the wheel: to the right and downwards are positive.
    case wheel(x: Int, y: Int, at: Point)
    /// The pointer has moved, and stands still now.
    case pointerRested(at: Point)
  }

  var kind: Kind
  /// The keys held down meanwhile, as they were right before: a modifier's own press does not count itself.
  var modifiers: Set<Modifier>
  /// Whether another program injected it (XTest), and no device of the machine.
  var isInjected: Bool
  /// The window under the pointer as a button was pressed, the wheel was turned or it came to rest, or that a key went
  /// to: a menu or dialog may be gone right after.
  var window: DesktopWindow?
  /// When it was read, to tell what came before and after it elsewhere.
  var arrival = ContinuousClock.now
  /// When the server saw it, in milliseconds of its own clock.
  var serverTime: UInt32
  /// Said of a key that is released: it was held so long that programs got it more than once, nobody knows how often.
  var isRepeated = false
}
