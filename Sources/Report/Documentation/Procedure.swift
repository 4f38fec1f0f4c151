public import Trace

/// A workflow written down for people: purpose, inputs, steps, ways, exceptions, and what to check at the end.
///
/// ```swift
/// let procedure = Procedure(of: workflow, episodes: episodes)
/// try procedure.markdown().write(to: file)
/// ```
///
/// It says what was seen and nothing else: no language model has a part in it, and the same workflow gives the same
/// text.
public struct Procedure: Sendable, Codable, Hashable {
  public var title: String
  public var purpose: String
  public var inputs: [Input]
  public var steps: [Item]
  /// The ways in which it was done, the most frequent first; empty where there is only one.
  public var ways: [Way]
  /// What was seen too rarely to be a step.
  public var exceptions: [String]
  /// What must be seen at the end.
  public var checks: [String]
  /// How many episodes it was made of, and which: its lineage.
  public var episodes: [EventID]

  /// Something that differs from time to time and must be known before.
  public struct Input: Sendable, Codable, Hashable {
    public var name: String
    public var kind: Parameter.Kind
    public var examples: [String]
    /// Where it comes from, in words.
    public var source: String
  }

  /// A line of the procedure, or a heading over some.
  public indirect enum Item: Sendable, Codable, Hashable {
    case step(Line)
    /// The lines that follow are done on this page or in this window.
    case place(String)
    /// Lines under a condition, in a loop, or as one of several ways.
    case block(String, [Item])
  }

  /// One step.
  public struct Line: Sendable, Codable, Hashable {
    /// The step of the program.
    public var id: StepTemplate.ID
    public var verb: Verb
    /// What a person would call the element; empty for none.
    public var element: String
    /// What it is given, in words; nil for nothing.
    public var value: String?
    /// Whether the value is given by a parameter, a file or a decision rather than always the same.
    public var isVariable: Bool
    /// The whole line: `Fill “Amount” with the amount`.
    public var text: String
    /// What follows by itself.
    public var effect: String?
    /// The picture from before, and where in it the element was.
    public var frame: Frame?
    public var bounds: Bounds?
  }

  /// One of the ways in which it was done.
  public struct Way: Sendable, Codable, Hashable {
    public var times: Int
    public var condition: String?
    /// What is different from the most frequent way.
    public var differences: [String]
  }

  /// Every line, whatever block it is in.
  public var lines: [Line] { Procedure.lines(in: steps) }

  private static func lines(in items: [Item]) -> [Line] {
    items.flatMap { item -> [Line] in
      switch item {
      case .step(let line): [line]
      case .place: []
      case .block(_, let inner): lines(in: inner)
      }
    }
  }
}
