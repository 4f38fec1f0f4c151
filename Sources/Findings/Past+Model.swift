import Distill
public import Journal
public import Learn
import Report
public import Trace

extension Past {
  /// What a model of all of it would be made from.
  public func lineage(code: String, seed: UInt64, grants: Set<String>) -> Model.Lineage {
    Model.Lineage(
      code: code, seed: seed, grants: grants, sessions: sessions,
      episodes: Set(workflows.flatMap(\.episodes)).sorted(), events: events.count)
  }

  /// Learns a model from all of it.
  ///
  /// - Parameters:
  ///   - code: the program's version.
  ///   - grants: the ids of the grants that let it be learned from.
  ///   - risk: the highest share of wrong ones among what a workflow does alone, 0…1.
  public func model(code: String, seed: UInt64 = 1, grants: Set<String>, risk: Double = 0.1) -> Model {
    let lineage = lineage(code: code, seed: seed, grants: grants)
    let own = Set(lineage.episodes)
    var next = NextStepModel()
    for episode in learned.distillation.episodes where own.contains(episode.id) { next.learn(episode.steps) }
    return Model(
      lineage: lineage, workflows: workflows, next: next,
      records: TrialRecord.records(of: learned, from: events, risk: risk, distilling: settings, seed: seed))
  }
}

extension DerivedStore {
  /// What the model of all recorded work is called.
  private static let work = "work"

  /// The model that is kept; nil where none is.
  public func model(with key: PersonKey) throws -> Model? {
    try read(.model, named: Self.work, with: key).map { bytes in try Model(reading: bytes) }
  }

  /// Whether a model is kept.
  public func holdsModel() throws -> Bool { try items().contains { $0.kind == .model } }

  /// Keeps a model in place of the one before, and notes in the ledger from which sessions it was trained.
  public func keep(_ model: Model, at moment: Moment) throws {
    try keep(model: model.bytes(), named: Self.work, trainedOn: Set(model.lineage.sessions), at: moment)
  }

  /// Destroys the model that is kept, also one that cannot be read. False where none is.
  public func removeModel() throws -> Bool {
    guard try holdsModel() else { return false }
    try remove(.model, named: Self.work)
    return true
  }
}
