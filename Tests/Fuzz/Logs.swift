import Exchange
import Foundation
import Trace

/// No file in a test of a few kilobytes may become more than this.
private let limit = 1 << 22

/// A log from somebody else's program: what is read is written, and read again as the same.
func fuzzXES(_ bytes: Data) {
  guard let log = try? EventLog(xes: bytes, named: "log.xes", limit: limit) else { return }
  let written = log.xes
  guard let back = try? EventLog(xes: written, named: "log.xes") else {
    fatalError("What was written cannot be read.")
  }
  precondition(back.xes == written, "A log is written differently after it was read.")
}

/// A log of objects.
func fuzzOCEL(_ bytes: Data) {
  guard let log = try? ObjectLog(ocel: bytes, named: "log.json", limit: limit) else { return }
  guard let written = try? log.ocel(), let back = try? ObjectLog(ocel: written, named: "log.json") else {
    fatalError("What was read cannot be written and read.")
  }
  precondition(back == log, "A log of objects changes on its way.")
}

/// A table of a granted folder, and a log in a table.
func fuzzCSV(_ bytes: Data) {
  _ = try? Table(csv: bytes, named: "rows.csv")
  for columns in [LogColumns.usual, LogColumns(case: "id", activity: "status", time: "time")] {
    guard let log = try? EventLog(csv: bytes, named: "rows.csv", columns: columns) else { continue }
    precondition(log.traces.count <= log.events.count, "A case without an event.")
    _ = log.xes
  }
}
