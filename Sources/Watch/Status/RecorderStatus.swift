public import Surfaces
public import Trace

/// What a running recorder is doing and what it costs, as `understudy status` shows it.
///
/// It counts events; it never holds what they were about.
public struct RecorderStatus: Sendable, Codable, Hashable {
  public var state: IndicatorState
  /// The grants under which it records.
  public var grants: [String]
  /// The process that records.
  public var process: Int32
  /// The kernel's time of that process's start, which tells it from a later one with the same number.
  public var processStart: String
  public var session: String
  /// When the session began.
  public var since: Moment
  /// When this status was written down.
  public var asOf: Moment
  /// Events that are durably in the journal.
  public var recorded: Int
  /// Events that the guard kept out, for example because nothing grants their place.
  public var keptOut: Int
  public var cost: Cost

  public init(
    state: IndicatorState, grants: [String] = [], process: Int32, processStart: String, session: String, since: Moment,
    asOf: Moment,
    recorded: Int = 0,
    keptOut: Int = 0, cost: Cost = Cost()
  ) {
    self.state = state
    self.grants = grants
    self.process = process
    self.processStart = processStart
    self.session = session
    self.since = since
    self.asOf = asOf
    self.recorded = recorded
    self.keptOut = keptOut
    self.cost = cost
  }
}

/// What recording costs the machine, as the kernel counts it for the recorder's process; what a browser does for
/// itself is not in it.
public struct Cost: Sendable, Codable, Hashable {
  /// Processor time used by the recorder so far, in seconds.
  public var processorSeconds: Double
  /// The recorder's memory now, in bytes.
  public var memoryBytes: Int
  /// What Understudy keeps on disk, in bytes: the journal, pictures, what was made of them, the space kept free for
  /// erasing; without the profile of its browser.
  public var diskBytes: Int
  /// Connections that the recorder has open, to this machine or another. Recording opens none.
  public var connections: Int
  /// Sent over these so far, in bytes.
  public var networkBytes: Int

  public init(
    processorSeconds: Double = 0, memoryBytes: Int = 0, diskBytes: Int = 0, connections: Int = 0, networkBytes: Int = 0
  ) {
    self.processorSeconds = processorSeconds
    self.memoryBytes = memoryBytes
    self.diskBytes = diskBytes
    self.connections = connections
    self.networkBytes = networkBytes
  }
}
