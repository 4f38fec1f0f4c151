public import Distill
public import Trace

extension Drift {
  /// What has changed since a procedure was written: the workflow as it could be known by then, against the episodes
  /// since.
  ///
  /// Nil where nothing of the work that it was written from is there any more.
  ///
  /// - Parameters:
  ///   - events: everything that may be learned from, in the order of the ids.
  ///   - episodes: the workflow's episodes as they are known now.
  public init?(
    of procedure: Procedure, in events: [Event], now episodes: [Episode], settings: Settings = Settings()
  ) {
    guard let last = procedure.episodes.max() else { return nil }
    // The last episode that was known then, to its end.
    let end = episodes.first { $0.id == last }?.steps.flatMap(\.events).max() ?? last
    let known = Distiller(settings: settings).learn(from: events.filter { $0.id <= end })
    guard let workflow = Workflow.holding(procedure.episodes, among: known.workflows) else { return nil }
    let written = Set(procedure.episodes)
    self.init(of: workflow, in: episodes.filter { !written.contains($0.id) && $0.id > last })
  }

  /// What has changed since a moment, without a procedure that was written down: the workflow as it could be known by
  /// then, against the episodes since.
  ///
  /// Nil where it could not be known by then.
  ///
  /// - Parameters:
  ///   - events: everything that may be learned from, in the order of the ids.
  ///   - episodes: the workflow's episodes as they are known now.
  public init?(
    since moment: Moment, in events: [Event], now episodes: [Episode], settings: Settings = Settings()
  ) {
    let known = Distiller(settings: settings).learn(from: events.filter { $0.time < moment })
    let before = episodes.filter { $0.end < moment }.map(\.id)
    guard !before.isEmpty, let workflow = Workflow.holding(before, among: known.workflows) else { return nil }
    self.init(of: workflow, in: episodes.filter { $0.start >= moment })
  }
}
