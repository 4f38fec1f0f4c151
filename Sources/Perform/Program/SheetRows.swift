import Learn
import Surfaces
import Trace

/// The rows of a sheet that a loop goes over: from the one that was shown first, until the first that holds nothing.
struct SheetRows {
  /// The row that the loop begins in, from 0.
  var first: Int
  /// The steps that go to a cell in each row, and what they go to.
  private var cells: [(step: String, target: Target)]

  /// Nil for a loop over something else than cells of a sheet.
  init?(_ target: Target, body: [Instruction]) {
    guard let first = target.firstRow else { return nil }
    self.first = first
    cells = body.flatMap(\.steps).compactMap { step in
      guard !step.action.writes, let target = step.target, target.firstRow != nil else { return nil }
      return (step.id, target)
    }
    if cells.isEmpty { return nil }
  }

  /// What the cells of a round say, by the steps that go to them; nil where none of them holds anything.
  ///
  /// Throws where the row cannot be seen: nothing is taken for the end of a sheet but an empty row of it.
  func row(_ round: Int, in observation: Observation) throws(Halt) -> [String: String]? {
    let texts = texts(of: round, in: observation)
    guard !texts.isEmpty else {
      let sheet = cells.first?.target.examples.first?.attributes["sheet"].map { " “\($0)”" } ?? ""
      throw Halt(
        .elementAbsent,
        "Row \(first + round + 1) of the sheet\(sheet) is not to be seen, or its columns are called otherwise. Bring "
          + "the sheet to the front, then resume.")
    }
    return texts.values.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? nil : texts
  }

  /// Whether a cell of a round's row can be seen.
  func isSeen(_ round: Int, in observation: Observation) -> Bool { !texts(of: round, in: observation).isEmpty }

  private func texts(of round: Int, in observation: Observation) -> [String: String] {
    let elements = observation.elements.map(\.element)
    var texts: [String: String] = [:]
    for (step, target) in cells {
      let row = String((target.firstRow ?? first) + round)
      guard let index = Locator(target: target, value: row).locate(in: elements).index else { continue }
      texts[step] = elements[index].reading
    }
    return texts
  }

  /// A cell of a round's row, to be looked for.
  func cell(in round: Int) -> Element? {
    cells.first.flatMap { $0.target.examples.first?.cell(inRow: ($0.target.firstRow ?? first) + round) }
  }
}

extension Action {
  /// Whether it writes into its element rather than going to it.
  fileprivate var writes: Bool {
    switch self {
    case .fill, .paste, .cut: true
    default: false
    }
  }
}
