import Surfaces
import Trace

/// Tells where the pointer comes to rest.
///
/// A mouse tells of up to a thousand moves a second. After one of them no more are asked for, and the pointer is looked
/// at now and then until it stands still: a pointer that stands costs nothing, one that moves costs little.
final class PointerRests {
  private let connection: XConnection
  private let devices: InputDevices
  private var last: Point?
  /// When to look at the pointer next; nil while it stands.
  private(set) var next: ContinuousClock.Instant?
  /// Between two looks. Nobody presses sooner on what they have just come to.
  private static let interval = Duration.milliseconds(40)

  init(_ connection: XConnection, _ devices: InputDevices) {
    self.connection = connection
    self.devices = devices
    devices.selectRawEvents(motion: true)
  }

  /// The pointer has moved.
  func moved() {
    guard next == nil else { return }
    devices.selectRawEvents(motion: false)
    next = .now + Self.interval
  }

  /// Looks at the pointer where it is time to: where it has come to rest, nil while it moves.
  func look() -> Point? {
    guard let next, ContinuousClock.now >= next else { return nil }
    // Asked for before the pointer is looked at: a move in between is told of.
    devices.selectRawEvents(motion: true)
    let point = connection.pointer()
    defer { last = point }
    guard point == last else {
      devices.selectRawEvents(motion: false)
      self.next = .now + Self.interval
      return nil
    }
    self.next = nil
    return point
  }
}
