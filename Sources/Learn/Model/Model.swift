public import Foundation
public import Trace

/// What was learned from recorded work, as one file: workflows, what comes next, and how often going on was right.
///
/// The same journal, teaching, code and seed give the same bytes, in every process. What it was made from stands in it
/// (``Lineage``); where that is erased or may no longer be learned from, the file goes too.
///
/// ```swift
/// let bytes = try model.bytes()
/// let model = try Model(reading: bytes)   // throws a ModelError for what is no model, or a newer one
/// ```
public struct Model: Sendable, Codable, Hashable {
  /// The version of the format, raised when an older program could not read it.
  public static let format = 1

  public let format: Int
  public let lineage: Lineage
  /// Those that were demonstrated, and those that were found, the most frequent first.
  public let workflows: [Workflow]
  /// What comes next in episodes of all workflows.
  public let next: NextStepModel
  /// How each workflow did on episodes that it had not been learned from.
  public let records: [TrialRecord]

  /// What a model was made from.
  public struct Lineage: Sendable, Codable, Hashable {
    /// The version of the program.
    public let code: String
    public let seed: UInt64
    /// The ids of the grants that let the work be learned from, sorted.
    public let grants: [String]
    /// The sessions, sorted.
    public let sessions: [String]
    /// The episodes, by their first events, in order.
    public let episodes: [EventID]
    /// How many events there were in all.
    public let events: Int

    public init(
      code: String, seed: UInt64, grants: Set<String>, sessions: Set<String>, episodes: [EventID], events: Int
    ) {
      self.code = code
      self.seed = seed
      self.grants = grants.sorted()
      self.sessions = sessions.sorted()
      self.episodes = episodes
      self.events = events
    }
  }

  public init(lineage: Lineage, workflows: [Workflow], next: NextStepModel, records: [TrialRecord]) {
    format = Self.format
    self.lineage = lineage
    self.workflows = workflows
    self.next = next
    self.records = records
  }

  /// As it is kept: JSON, keys sorted.
  public func bytes() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  public init(reading bytes: Data) throws(ModelError) {
    let decoder = JSONDecoder()
    struct Header: Decodable { var format: Int }
    guard let header = try? decoder.decode(Header.self, from: bytes) else { throw .damaged }
    guard header.format <= Self.format else { throw .newer(header.format) }
    do { self = try decoder.decode(Self.self, from: bytes) } catch { throw .damaged }
  }

  /// How a workflow did; nil for one that was not tested.
  public func record(of workflow: Workflow.ID) -> TrialRecord? { records.first { $0.workflow == workflow } }
}

/// Why bytes are no model that can be used.
public enum ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  case damaged
  /// It was written by a newer version, in this format.
  case newer(Int)

  public var description: String {
    switch self {
    case .damaged: "The model is damaged. Learn it anew: understudy learn"
    case .newer(let format):
      "The model has format \(format); this version of Understudy reads up to \(Model.format). Update it, or learn anew: "
        + "understudy learn"
    }
  }
}
