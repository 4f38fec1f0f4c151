public import Foundation
public import Journal
public import Trace

extension Home {
  /// Writes a file that holds recorded content in clear, for its owner alone, and notes it: in the ledger, and where
  /// erasing finds it.
  ///
  /// - Parameter what: what to call it where it could not be written.
  public func write(
    _ content: Data, to path: String, called what: String, from sessions: Set<String>, at now: Moment
  ) throws(JournalError) {
    let file = URL(filePath: path).standardizedFileURL
    let output = Output(path: file.path, content: content)
    // Noted first: what is written is never out of reach of an erasure.
    try DerivedStore(home: self).note(output, from: sessions)
    try Ledger(home: self).append(
      LedgerEntry(.exported, at: now, subjects: sessions.sorted(), digest: output.digest))
    do {
      try output.write(content)
    } catch  where error.code != .full {
      throw JournalError(
        .unavailable, "The \(what) could not be written to \(path). Check that its folder is there.")
    }
  }
}
