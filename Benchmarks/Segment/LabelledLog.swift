import Distill
import Exchange
import Foundation
import Trace

/// A log of a person's actions, one action a row, with the task and the instance of each: what a segmentation is
/// scored against.
struct LabelledLog {
  /// The columns that a segmentation may see, and their names.
  var names: [String]
  var rows: [[String]]
  /// The task of each row, and the number of its instance; nil for a row that belongs to none.
  var tasks: [String]
  var instances: [Int?]

  init(names: [String], rows: [[String]] = [], tasks: [String] = [], instances: [Int?] = []) {
    self.names = names
    self.rows = rows
    self.tasks = tasks
    self.instances = instances
  }

  /// Reads a file of comma-separated values, gzipped or not. `Task` and `idx` are for scoring; so is what XES says of
  /// the case (`case:…`). Columns without a name are row numbers that some tool added.
  init(file: URL) throws {
    let data = try Data(contentsOf: file).gunzipped(limit: 1 << 30)
    let table = try Table(csv: data, named: file.lastPathComponent)
    guard let task = table.columns.firstIndex(of: "Task"), let index = table.columns.firstIndex(of: "idx") else {
      throw LabelledLogError.notLabelled(file.lastPathComponent)
    }
    let seen = table.columns.indices.filter { column in
      let name = table.columns[column]
      return column != task && column != index && !LabelledLog.isAdded(name) && !name.hasPrefix("case:")
        && !LabelledLog.isTime(table.rows.lazy.prefix(50).map { $0[column] })
    }
    names = seen.map { table.columns[$0] }
    rows = table.rows.map { row in seen.map { row[$0] } }
    tasks = table.rows.map { $0[task] }
    instances = []
    var last: (task: String, index: String)?
    var number = -1
    for row in table.rows {
      if last?.task != row[task] || last?.index != row[index] { number += 1 }
      last = (row[task], row[index])
      instances.append(number)
    }
  }

  /// What a segmentation sees.
  var observations: Observations {
    Observations(columns: names.indices.map { column in rows.map { $0[column] } })
  }

  /// The rows of each instance, in order.
  var blocks: [(task: String, rows: [[String]])] {
    var blocks: [(task: String, rows: [[String]])] = []
    for (position, row) in rows.enumerated() {
      if position == 0 || instances[position] != instances[position - 1] { blocks.append((tasks[position], [])) }
      blocks[blocks.count - 1].rows.append(row)
    }
    return blocks
  }

  private static func isAdded(_ name: String) -> Bool {
    name.isEmpty || name.hasPrefix("Unnamed: ") || name.allSatisfy { $0 == "#" || $0.isNumber }
  }

  /// Whether a column holds moments: clocks of logs that were put together say where they were put together.
  private static func isTime(_ texts: some Sequence<String>) -> Bool {
    let filled = texts.filter { !$0.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { text in
        text.count >= 16 && text.dropFirst(4).first == "-" && text.contains(":")
          && text.prefix(4).allSatisfy(\.isNumber)
      }
  }
}

enum LabelledLogError: Error, CustomStringConvertible {
  case notLabelled(String)

  var description: String {
    switch self {
    case .notLabelled(let file): "\(file) has no columns Task and idx to score against. Give a labelled log."
    }
  }
}
