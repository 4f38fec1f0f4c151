public import Trace

/// Predicts the next step from the steps before it: which class of step, and what it is given.
///
/// ```swift
/// var model = NextStepModel()
/// for episode in episodes { model.learn(episode.steps) }
/// let prediction = model.predict(after: stepsSoFar)
/// prediction.steps.top(3)      // the three likeliest classes of step
/// prediction.argument          // what the likeliest would be given, and from where
/// prediction.confidence        // that both are right
/// ```
public struct NextStepModel: Sendable, Codable, Hashable {
  private var classes: CountModel<StepClass>
  private var arguments = ArgumentModel()
  /// The steps learned from: its lineage.
  public private(set) var evidence = Evidence(steps: [])

  /// - Parameter order: how many steps back are looked at, at most.
  public init(order: Int = 6) {
    classes = CountModel(order: order)
  }

  /// The classes of step it knows, in the order of their first appearance.
  public var vocabulary: [StepClass] { classes.symbols }

  /// How much it counts what was done none, one, two … steps back; together 1.
  public var shares: [Double] { classes.shares }

  /// Learns from steps that belong together: an episode, or a stretch of a day.
  public mutating func learn(_ steps: some Sequence<Step>) {
    let steps = Array(steps)
    classes.learn(steps.map(StepClass.init))
    var memory = WorkingMemory()
    for step in steps {
      arguments.learn(step, given: memory)
      memory.note(step)
    }
    evidence.steps += steps.map(\.id)
  }

  /// What is expected after `steps`, whose last is the latest.
  public func predict(after steps: some BidirectionalCollection<Step>) -> NextStep {
    var memory = WorkingMemory()
    for step in steps { memory.note(step) }
    return predict(after: steps.suffix(classes.order).map(StepClass.init), given: memory)
  }

  /// The same with the classes and the memory kept by the caller, for going through many steps.
  public func predict(after history: some BidirectionalCollection<StepClass>, given memory: WorkingMemory) -> NextStep {
    let steps = classes.predict(after: history)
    let argument = steps.ranked.first.flatMap { arguments.predict($0.symbol, given: memory) }
    return NextStep(steps: steps, argument: argument)
  }

  /// What a step of class `kind` would be given now.
  public func argument(of kind: StepClass, given memory: WorkingMemory) -> ArgumentPrediction? {
    arguments.predict(kind, given: memory)
  }
}

/// What is expected to be done next.
public struct NextStep: Sendable {
  public var steps: Prediction<StepClass>
  /// What the likeliest step would be given; nil where it takes nothing or nothing is known.
  public var argument: ArgumentPrediction?

  public init(steps: Prediction<StepClass>, argument: ArgumentPrediction?) {
    self.steps = steps
    self.argument = argument
  }

  /// How sure it is that the likeliest step comes next and is given the predicted argument, 0…1.
  public var confidence: Double { steps.confidence * (argument?.confidence ?? 1) }
}
