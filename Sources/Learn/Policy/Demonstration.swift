public import Trace

/// One task as a person did it: what was asked for, and each act with the scene it was done in.
public struct Demonstration: Sendable, Codable, Hashable {
  public struct Act: Sendable, Codable, Hashable {
    public var scene: Scene
    /// The number of the node in the scene.
    public var node: Int
    public var act: PolicyAct
    /// Where a person pointed, for the recording that has it.
    public var point: Point?

    public init(scene: Scene, node: Int, act: PolicyAct, point: Point? = nil) {
      self.scene = scene
      self.node = node
      self.act = act
      self.point = point
    }
  }

  public var instruction: String
  public var acts: [Act]

  public init(instruction: String, acts: [Act]) {
    self.instruction = instruction
    self.acts = acts
  }
}
