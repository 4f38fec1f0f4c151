/// What the command line's exit code means. The numbers are part of the interface: scripts may rely on them.
enum ExitStatus: Int32, CaseIterable {
  case unexpected = 1
  /// The words of the command were off.
  case usage = 64
  case noGrant = 10
  case noBrowser = 11
  case noDisplay = 12
  case pageUnreachable = 13
  case surfaceEnded = 14
  case diskFull = 15
  case journalDamaged = 16
  case journalNewer = 17
  case keyLocked = 18
  case nothingRecorded = 19
  case noSuchWorkflow = 20
  case fileUnreadable = 21
  case valuesMissing = 22
  case halted = 23
  case notApproved = 24
  case alreadyRecording = 25
  case notRecording = 26
  case indicatorGone = 27
  case ledgerChanged = 28

  /// What it means, in a few words, for `understudy help exit-codes` and the documentation.
  var meaning: String {
    switch self {
    case .unexpected: "something went wrong that no other code names"
    case .usage: "the command could not be understood"
    case .noGrant: "nothing is granted, or not what was asked for"
    case .noBrowser: "no Chrome or Chromium was found, or it did not start"
    case .noDisplay: "there is no display to show a window on"
    case .pageUnreachable: "a page could not be reached"
    case .surfaceEnded: "the browser ended or stopped answering"
    case .diskFull: "the disk is full"
    case .journalDamaged: "the journal is damaged"
    case .journalNewer: "the journal was written by a newer version"
    case .keyLocked: "the key is locked, missing or does not fit"
    case .nothingRecorded: "nothing was recorded yet"
    case .noSuchWorkflow: "no workflow matches the name"
    case .fileUnreadable: "a file could not be read"
    case .valuesMissing: "values or columns that the workflow needs are missing"
    case .halted: "performing stopped before its end; it can be resumed"
    case .notApproved: "the plan was not approved"
    case .alreadyRecording: "recording is on already"
    case .notRecording: "nothing is being recorded"
    case .indicatorGone: "the recording indicator could not be shown, so recording stopped"
    case .ledgerChanged: "the ledger was changed behind its back"
    }
  }
}
