import Surfaces
import Trace

/// A sheet on paper, of which a few rows can be seen; a row that is looked for can be, too.
actor PaperSheet: Surface {
  nonisolated let kind = SurfaceKind.desktop
  private(set) var cells: [[String]]
  /// Every cell that was gone to, by its address.
  private(set) var deeds: [String] = []
  private let shown: Int

  init(_ cells: [[String]], shown: Int = 3) {
    self.cells = cells
    self.shown = shown
  }

  func put(_ text: String, row: Int, column: Int) { cells[row][column] = text }

  nonisolated var place: Place { Place(application: "soffice", window: "7", document: "/home/ada/april.fods") }

  func capabilities() -> [Capability: Availability] { [:] }
  nonisolated func events() -> AsyncThrowingStream<Event, any Error> { AsyncThrowingStream { $0.finish() } }
  func windows() -> [Place] { [place] }

  func observe(within budget: Budget) -> Observation {
    let wanted = budget.resembling?.surroundings.rowIndex
    let rows = Set(0..<shown).union(wanted.map { [$0] } ?? []).sorted()
    let elements = rows.flatMap { row in
      (0..<cells[0].count).map { column in
        let element = Self.cell(
          row, column, cells.indices.contains(row) ? cells[row][column] : "", header: cells[0][column])
        return ObservedElement(
          handle: ElementHandle(rawValue: element.attributes["cell"] ?? ""), place: place, element: element)
      }
    }
    return Observation(place: place, elements: elements)
  }

  func perform(_ action: Action, on target: ElementHandle?) -> Outcome {
    deeds.append("\(action.verb.rawValue) \(target?.rawValue ?? "")")
    return Outcome(place: place)
  }

  static func cell(_ row: Int, _ column: Int, _ text: String, header: String) -> Element {
    let address = ["A", "B", "C", "D"][column] + String(row + 1)
    return Element(
      role: .gridcell, name: address, value: text, attributes: ["cell": address, "sheet": "Orders"],
      surroundings: Surroundings(column: row > 0 ? header : "", rowIndex: row, columnIndex: column))
  }
}
