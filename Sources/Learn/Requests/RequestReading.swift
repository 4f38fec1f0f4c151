/// What a sentence was taken to ask for.
public struct RequestReading: Sendable, Codable, Hashable {
  /// A value that the sentence gives.
  public struct Value: Sendable, Codable, Hashable {
    /// The parameter or column it is for.
    public var name: String
    /// As the workflow takes it: a known choice as it is written there, a day as it was written before.
    public var text: String
    /// As the sentence has it.
    public var said: String
    public var reason: Reason

    public init(name: String, text: String, said: String, reason: Reason) {
      self.name = name
      self.text = text
      self.said = said
      self.reason = reason
    }
  }

  /// Why a value was taken for a parameter.
  public enum Reason: String, Sendable, Codable, Hashable {
    /// The sentence names the parameter next to it.
    case named
    /// It was given for this parameter before, or can be chosen for it.
    case known
    /// It looks like what was given for it before: a day, an amount, a number of the same form.
    case alike
    /// Nothing else that was said is left for it.
    case left
  }

  /// The workflow.
  public var workflow: String
  public var values: [Value]
  /// The parameters that no value was found for, in the workflow's order.
  public var missing: [String]
  /// The words of the sentence that nothing was made of.
  public var unread: [String]
  /// Whether nothing else that was said could as well be one of the values; where it could, more than one thing may be asked
  /// for.
  public var isSingle: Bool
  /// How well the sentence fits; comparable among the readings of one sentence only.
  public var score: Double

  public init(
    workflow: String, values: [Value], missing: [String], unread: [String], isSingle: Bool = true, score: Double
  ) {
    self.workflow = workflow
    self.values = values
    self.missing = missing
    self.unread = unread
    self.isSingle = isSingle
    self.score = score
  }
}

/// Whether it is clear what a sentence asks for.
public enum Understanding: Sendable, Hashable {
  /// One workflow is meant, once, by a margin, and its verb was understood.
  case clear(RequestReading)
  /// It could be any of these, the likeliest first: to be asked.
  case unsure([RequestReading])
  /// It speaks of no workflow that is known.
  case nothing
}
