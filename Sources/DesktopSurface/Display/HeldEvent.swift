/// An event that was read before its turn.
final class HeldEvent {
  let event: XEvent

  init(_ event: consuming XEvent) {
    self.event = event
  }
}
