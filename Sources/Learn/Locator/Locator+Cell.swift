import Trace

extension Locator {
  /// The cell of a sheet in a row, from 0, of the column that the examples are in.
  ///
  /// A column that has a name is found by it, wherever it stands in another file; one without by its place. In a file
  /// with several sheets only the one that the examples are on is meant.
  func locate(cellInRow row: Int, in candidates: Candidates) -> Location {
    let cells = candidates.elements.indices.filter { index in
      let element = candidates.elements[index]
      return element.isSheetCell && element.surroundings.rowIndex == row
    }
    // What stands in the first row of a sheet is data where a round was done in it.
    let isNamed = examples.allSatisfy { ($0.surroundings.rowIndex ?? 0) > 0 }
    let names = Set(examples.map { Digest.words(of: $0.surroundings.column) })
    let column = examples.first?.surroundings.columnIndex
    let placed = cells.filter { candidates.elements[$0].surroundings.columnIndex == column }
    guard isNamed, let name = names.first, names.count == 1, !name.isEmpty else { return Self.only(placed) }
    let named = cells.filter { Digest.words(of: candidates.elements[$0].surroundings.column) == name }
    return Self.only(named.count > 1 ? named.filter(placed.contains) : named)
  }

  private static func only(_ indices: [Int]) -> Location {
    guard let index = indices.first else { return .absent }
    return indices.count == 1
      ? .found(index: index, score: 1, margin: 64)
      : .ambiguous(indices.prefix(5).map { Location.Candidate(index: $0, score: 1 / Double(indices.count)) })
  }
}
