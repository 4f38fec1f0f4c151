import Surfaces

/// An element of a document: the frame, the world it was numbered in, and its number there.
struct ElementReference: Sendable, Hashable {
  var frame: FrameID
  var world: ContextID
  var number: Int

  init(frame: FrameID, world: ContextID, number: Int) {
    self.frame = frame
    self.world = world
    self.number = number
  }

  /// Reads a handle; nil for one that another surface has made.
  init?(_ handle: ElementHandle) {
    let parts = handle.rawValue.split(separator: "/")
    guard parts.count == 3, let world = Int(parts[1]), let number = Int(parts[2]) else { return nil }
    self.init(frame: FrameID(rawValue: String(parts[0])), world: ContextID(rawValue: world), number: number)
  }

  var handle: ElementHandle { ElementHandle(rawValue: "\(frame.rawValue)/\(world.rawValue)/\(number)") }
}
