import Distill
public import Trace

extension Locator {
  /// The element called `name`: of those with that name (or, failing that, that text), the one most like the examples.
  func locate(byName name: String, in candidates: Candidates) -> Location {
    let wanted = Digest.words(of: name)
    guard !wanted.isEmpty else { return .absent }
    let named = candidates.elements.indices.filter { index in
      let element = candidates.elements[index]
      return Digest.words(of: element.name) == wanted || Digest.words(of: element.text) == wanted
    }
    return decide(weigh(candidates, among: named.filter { isAlike(candidates.elements[$0]) }) { $0.followsName })
  }

  /// The element in the row named `row`.
  func locate(byRow row: String, in candidates: Candidates) -> Location {
    let wanted = Digest.words(of: row)
    guard !wanted.isEmpty else { return .absent }
    let alike = candidates.elements.indices.filter { isAlike(candidates.elements[$0]) }
    var inRow = alike.filter { Digest.words(of: candidates.elements[$0].surroundings.row) == wanted }
    if inRow.isEmpty {
      inRow = alike.filter { index in
        candidates.elements[index].ancestors.contains {
          $0.role == .row && Digest.words(of: $0.name).contains(wanted)
        }
      }
    }
    // In a row, the name may be the row's own (a link named by its customer) or the same in every row (“Edit”).
    let nameVaries = Set(examples.map(\.name)).count > 1 || examples.contains { $0.name == $0.surroundings.row }
    return decide(weigh(candidates, among: inRow) { $0.followsRow || (nameVaries && $0.followsName) })
  }

  /// The element at a position among the alike ones.
  func locate(byIndex index: String, in candidates: Candidates) -> Location {
    if examples.first?.isSheetCell == true {
      return Int(index).map { locate(cellInRow: $0, in: candidates) } ?? .absent
    }
    let alike = alike(in: candidates)
    guard let number = Int(index), alike.indices.contains(number) else { return .absent }
    return .found(index: alike[number], score: 1, margin: 64)
  }

  /// The indices of all candidates that are items of the same list or table as the examples, in reading order: what a
  /// loop over items goes over.
  public func alike(in candidates: [Element]) -> [Int] {
    alike(in: Candidates(candidates))
  }

  /// The same among candidates that were made ready once.
  public func alike(in candidates: Candidates) -> [Int] {
    let kinds = Set(examples.map(ItemKind.init))
    // Several controls of each item (“Edit”, “Delete”) are told apart by the name that the examples share.
    let names = Set(examples.map(\.name))
    let isNamed = examples.count > 1 && names.count == 1
    return candidates.elements.indices.filter { index in
      let element = candidates.elements[index]
      return kinds.contains(ItemKind(element)) && (!isNamed || names.contains(element.name))
    }
  }

  /// Whether it is of the same role or tag as one of the examples.
  private func isAlike(_ element: Element) -> Bool {
    examples.contains { $0.role == element.role || ($0.attributes["tag"] ?? "-") == element.attributes["tag"] }
  }
}
