public import Trace

/// One entry of the ledger: what was done with recorded work, when, and to what. Never any content.
public struct LedgerEntry: Sendable, Codable, Hashable {
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    case granted, withdrawn, recordingStarted, recordingStopped, paused, resumed, read, trained, performed
    case exported, released, erased, keysRotated
    /// What was made of recorded work is gone: models, stopped runs.
    case discarded
    /// What was released is withdrawn from who received it.
    case recalled
    /// A recording ended without saying so: its process was killed, the power or the disk failed.
    case brokenOff
  }

  public var kind: Kind
  public var time: Moment
  /// The ids of what it was about: a grant, sessions, a workflow, a model.
  public var subjects: [String]
  /// The hash of what it was about, where there is one (hexadecimal SHA-256).
  public var digest: String?

  public init(_ kind: Kind, at time: Moment, subjects: [String] = [], digest: String? = nil) {
    self.kind = kind
    self.time = time
    self.subjects = subjects
    self.digest = digest
  }
}
