/// What the command line's exit code means, as `Documentation/command-line.md` lists it. The numbers are part of the
/// interface: scripts may rely on them.
enum ExitStatus: Int32 {
  /// Something went wrong that no other code names.
  case unexpected = 1
  /// The command could not be understood.
  case usage = 64
  /// Nothing is granted, or not what was asked for.
  case noGrant = 10
  /// No Chrome or Chromium was found, or it did not start.
  case noBrowser = 11
  /// There is no display to show a window on.
  case noDisplay = 12
  /// A page could not be reached.
  case pageUnreachable = 13
  /// The browser ended or stopped answering.
  case surfaceEnded = 14
  /// The disk is full.
  case diskFull = 15
  /// The journal is damaged.
  case journalDamaged = 16
  /// The journal was written by a newer version.
  case journalNewer = 17
  /// The key is locked, missing or does not fit.
  case keyLocked = 18
  /// Nothing was recorded yet.
  case nothingRecorded = 19
  /// No workflow matches the name.
  case noSuchWorkflow = 20
  /// A file could not be read.
  case fileUnreadable = 21
  /// Values or columns that the workflow needs are missing.
  case valuesMissing = 22
  /// Performing stopped before its end; it can be resumed.
  case halted = 23
  /// The plan was not approved.
  case notApproved = 24
  /// Recording is on already.
  case alreadyRecording = 25
  /// Nothing is being recorded.
  case notRecording = 26
  /// The recording indicator could not be shown, so recording stopped.
  case indicatorGone = 27
  /// The ledger was changed behind its back.
  case ledgerChanged = 28
  /// Applications are granted, and there is no X11 desktop on which they could be watched.
  case noDesktop = 29
  /// Something that the grants need does not work here: `understudy doctor` says what.
  case lacking = 30
}
