import Foundation
import Trace

/// A log of a person's actions as a table, one action a row, and the class of each: what was done, in which application,
/// on what, apart from the values.
struct UserInterfaceLog {
  /// The classes in order; one list for each case, or a single one.
  var sequences: [[String]]

  /// - Parameter caseColumn: the column that tells cases apart; nil for one stream.
  init(_ table: Table, caseColumn: String?) {
    let what = [
      "eventType", "targetApp", "target.workbookName", "target.sheetName", "target.name", "target.innerText",
      "target.tagName",
    ]
    let poor = ["target.id", "target.css", "xpath"]
    let named = ["target.sheetName", "target.name", "target.innerText"]
    func places(_ names: [String]) -> [Int] { names.compactMap { table.columns.firstIndex(of: $0) } }
    // Where most rows name their target in no other way, its identifier and path do.
    let unnamed = table.rows.count { row in places(named).allSatisfy { row[$0].isEmpty } }
    let usesPaths = unnamed * 2 > table.rows.count
    let (own, paths) = (places(what), places(poor))
    let caseplace = caseColumn.flatMap { table.columns.firstIndex(of: $0) }
    var order: [String] = []
    var cases: [String: [String]] = [:]
    for row in table.rows {
      var parts = own.map { row[$0] }
      if usesPaths { parts += paths.map { row[$0].filter { !$0.isNumber } } }
      let key = caseplace.map { row[$0] } ?? ""
      if cases[key] == nil { order.append(key) }
      cases[key, default: []].append(parts.joined(separator: "\u{1f}"))
    }
    sequences = order.compactMap { cases[$0] }
  }
}
