public import Trace

/// A program in words, one line a step, indented by what it stands in.
public struct ProgramText {
  public private(set) var lines: [String] = []

  public init(_ program: Program) {
    var number = 0
    append(program.instructions, indent: "", &number)
  }

  private mutating func append(_ instructions: [Instruction], indent: String, _ number: inout Int) {
    for instruction in instructions {
      switch instruction {
      case .perform(let step):
        number += 1
        lines.append("\(indent)\(number). \(step.summary)")
      case .optional(let body, let condition, let share):
        let when = condition.map { "when \($0.words)" } ?? "sometimes (\(Self.percent(share)))"
        lines.append("\(indent)\(when):")
        append(body, indent: indent + "   ", &number)
      case .loop(let loop, let body):
        lines.append("\(indent)\(loop.words):")
        append(body, indent: indent + "   ", &number)
      case .choice(let branches, let question):
        lines.append("\(indent)\(question)")
        for branch in branches {
          lines.append("\(indent)- \(branch.condition?.words ?? "you decide") (\(Self.percent(branch.share))):")
          append(branch.body, indent: indent + "   ", &number)
        }
      }
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Loop {
  /// What it goes over, as a line that ends with a colon.
  fileprivate var words: String {
    switch self {
    case .rows(let columns):
      columns.isEmpty ? "for each row of the file" : "for each row of the file (\(columns.joined(separator: ", ")))"
    case .items(let target) where target.firstRow != nil:
      "for each row of the sheet “\(target.examples.first?.attributes["sheet"] ?? "")”, from row "
        + "\((target.firstRow ?? 0) + 1) on"
    case .items(let target): "for each item like “\(target.examples.first?.name ?? "it")”"
    case .whilePresent(let target): "while “\(target.examples.first?.name ?? "it")” is there"
    }
  }
}

extension Condition {
  fileprivate var words: String {
    switch comparison {
    case .equals: "\(subject.words) is “\(value)”"
    case .differs: "\(subject.words) is not “\(value)”"
    case .contains: "\(subject.words) contains “\(value)”"
    case .lacks: "\(subject.words) does not contain “\(value)”"
    case .atLeast: "\(subject.words) is at least \(value)"
    case .below: "\(subject.words) is below \(value)"
    case .isPresent: "\(subject.words) is there"
    case .isAbsent: "\(subject.words) is not there"
    }
  }
}

extension ValueSource {
  fileprivate var words: String {
    switch self {
    case .constant(let text): "“\(text)”"
    case .parameter(let name), .column(let name): name
    case .element(let target):
      target.sheetColumn.map { "the row’s \($0)" } ?? "“\(target.examples.first?.name ?? "an element")”"
    case .clipboard: "what was copied"
    case .transformed(_, let sources): sources.map(\.words).joined(separator: " and ")
    case .question(let question): question
    }
  }
}
