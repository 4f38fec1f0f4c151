public import Trace

/// Predicts what a step is given: for each class of step, which source was right how often.
public struct ArgumentModel: Sendable, Hashable {
  private var records: [StepClass: [Record]] = [:]

  /// How a source did for a class of step.
  private struct Record: Sendable, Codable, Hashable {
    var source: ArgumentSource
    var hits = 0
    var trials = 0

    var confidence: Double { (Double(hits) + 0.5) / (Double(trials) + 1) }
  }

  public init() {}

  /// Learns from one step, given what was at hand before it.
  public mutating func learn(_ step: Step, given memory: WorkingMemory) {
    guard let argument = step.action.argument else { return }
    let kind = StepClass(step)
    var known = records[kind, default: []]
    let possible = memory.sources + [.constant(argument)]
    for source in possible where !known.contains(where: { $0.source == source }) {
      if memory.value(of: source, for: kind) == argument { known.append(Record(source: source)) }
    }
    for place in known.indices {
      guard let value = memory.value(of: known[place].source, for: kind) else { continue }
      known[place].trials += 1
      if value == argument { known[place].hits += 1 }
    }
    records[kind] = known
  }

  /// What a step of this class would be given now; nil where no source says anything.
  public func predict(_ kind: StepClass, given memory: WorkingMemory) -> ArgumentPrediction? {
    var best: ArgumentPrediction?
    for record in records[kind] ?? [] {
      guard let value = memory.value(of: record.source, for: kind) else { continue }
      if record.confidence > best?.confidence ?? 0 {
        best = ArgumentPrediction(value: value, source: record.source, confidence: record.confidence)
      }
    }
    return best
  }
}

extension ArgumentModel: Codable {
  private struct Entry: Codable {
    var kind: StepClass
    var records: [Record]
  }

  public init(from decoder: any Decoder) throws {
    let entries = try decoder.singleValueContainer().decode([Entry].self)
    records = Dictionary(entries.map { ($0.kind, $0.records) }, uniquingKeysWith: { first, _ in first })
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(records.sorted { $0.key < $1.key }.map { Entry(kind: $0.key, records: $0.value) })
  }
}
