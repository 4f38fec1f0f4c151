/// What is handed over with a workflow: values for its parameters, and rows to go over.
public struct Inputs: Sendable, Codable, Hashable {
  /// By parameter name.
  public var parameters: [String: String]
  /// Rows of a file, each by column name. A workflow whose program has no loop over rows is done once for each.
  public var rows: [[String: String]]
  /// What the sheets say that the workflow goes over, row by row, by the ids of the steps that go to the cells; nil
  /// before they are read. See ``Performer/reading(_:)``.
  public var sheet: [[String: String]]?

  public init(parameters: [String: String] = [:], rows: [[String: String]] = []) {
    self.parameters = parameters
    self.rows = rows
  }
}

extension [String: String] {
  /// The value under a name, whatever its case and the blanks around it.
  func value(named name: String) -> String? {
    if let exact = self[name] { return exact }
    let wanted = Self.plain(name)
    return keys.sorted().first { Self.plain($0) == wanted }.flatMap { self[$0] }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
