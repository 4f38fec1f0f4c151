import Findings
import Foundation
import Journal
import Learn
import Surfaces
import Trace

extension LearnCommand {
  /// Learns a model of all recorded work and keeps it, or takes it away.
  func learnModel(_ terminal: Terminal) async throws {
    let store = DerivedStore(home: options.folders)
    if forget {
      guard try store.removeModel() else {
        return terminal.print("No model is kept.")
      }
      return terminal.print("The model is destroyed; what was recorded is still there.")
    }
    let past = try await Past.read(options, terminal, renewingModel: false)
    let model = try past.keepModel(options, terminal)
    let bytes = try model.bytes()
    if let output {
      try options.write(bytes, to: output, called: "model", from: Set(model.lineage.sessions))
      terminal.say("The model, in clear: \(output)")
    }
    if json { return terminal.print(String(decoding: bytes, as: UTF8.self)) }
    let text = ModelText(model)
    text.summary(bytes: bytes.count).forEach { terminal.print($0) }
    guard explain else { return }
    for workflow in model.workflows {
      terminal.print()
      text.explanation(of: workflow).forEach { terminal.print($0) }
    }
    terminal.print()
    text.foresight.forEach { terminal.print($0) }
  }
}

extension Past {
  /// Beyond so many events a model is learned anew only when that is asked for: it takes longer than a command should.
  private static let promptly = 20_000

  /// Learns a model and keeps it.
  @discardableResult
  func keepModel(_ options: HomeOptions, _ terminal: Terminal) throws -> Model {
    terminal.progress("Learning, and testing each part on the others …")
    let model = model(code: Understudy.version, grants: try grants(options))
    try DerivedStore(home: options.folders).keep(model, at: SystemClock().now())
    terminal.endProgress()
    return model
  }

  /// Where a model is kept and there is more to learn from since, or less, learns it anew.
  func renewModel(_ options: HomeOptions, _ terminal: Terminal) throws {
    let store = DerivedStore(home: options.folders)
    guard try store.holdsModel() else { return }
    let current = lineage(code: Understudy.version, seed: 1, grants: try grants(options))
    let kept: Model?
    // One that cannot be read is learned anew as well.
    do { kept = try store.model(with: key) } catch { kept = nil }
    // What the person corrected leaves the lineage as it is, and changes the workflows.
    guard kept?.lineage != current || kept?.workflows != workflows else { return }
    guard events.count <= Self.promptly else {
      return terminal.say("There is more to learn from than the model knows. Learn it anew: understudy learn")
    }
    try keepModel(options, terminal)
  }

  /// The grants that let what is here be learned from.
  private func grants(_ options: HomeOptions) throws -> Set<String> {
    let now = SystemClock().now()
    return Set(
      try GrantStore(home: options.folders).grants()
        .filter { grant in events.contains { grant.allows(.learn, of: $0, at: now) } }.map(\.id))
  }
}
