import Learn
import Trace

/// Predicts every step of a day from the steps before it, with models of the days before; none learns on the day.
struct NextStepTest {
  private let model: CountModel<StepClass>
  private let frequencies: CountModel<StepClass>
  private let pairs: CountModel<StepClass>

  init(past: [[Step]], order: Int) {
    var models = [order, 0, 1].map { CountModel<StepClass>(order: $0) }
    for day in past {
      let classes = day.map(StepClass.init)
      for place in models.indices { models[place].learn(classes) }
    }
    (model, frequencies, pairs) = (models[0], models[1], models[2])
  }

  /// Nil for a day without steps.
  func test(_ steps: [Step]) -> Learnability? {
    guard !steps.isEmpty else { return nil }
    let classes = steps.map(StepClass.init)
    var (bits, frequencyBits) = (0.0, 0.0)
    var hits = (top1: 0, top3: 0, repeated: 0, pair: 0)
    for (place, kind) in classes.enumerated() {
      let history = classes[..<place]
      let prediction = model.predict(after: history)
      bits += prediction.bits(of: kind)
      frequencyBits += frequencies.predict(after: history).bits(of: kind)
      if prediction.top(1).contains(kind) { hits.top1 += 1 }
      if prediction.top(3).contains(kind) { hits.top3 += 1 }
      if history.last == kind { hits.repeated += 1 }
      if pairs.predict(after: history).top(1).contains(kind) { hits.pair += 1 }
    }
    let count = Double(steps.count)
    return Learnability(
      bits: bits / count, frequencyBits: frequencyBits / count, top1: Double(hits.top1) / count,
      top3: Double(hits.top3) / count, repeatTop1: Double(hits.repeated) / count, pairTop1: Double(hits.pair) / count,
      evidence: steps.map(\.id))
  }
}

extension Learnability {
  /// Several days together, each step counting the same.
  init?(pooling days: [Learnability]) {
    let count = Double(days.reduce(0) { $0 + $1.evidence.count })
    guard count > 0 else { return nil }
    func mean(_ value: (Learnability) -> Double) -> Double {
      days.reduce(0) { $0 + value($1) * Double($1.evidence.count) } / count
    }
    self.init(
      bits: mean(\.bits), frequencyBits: mean(\.frequencyBits), top1: mean(\.top1), top3: mean(\.top3),
      repeatTop1: mean(\.repeatTop1), pairTop1: mean(\.pairTop1), evidence: days.flatMap(\.evidence))
  }
}
