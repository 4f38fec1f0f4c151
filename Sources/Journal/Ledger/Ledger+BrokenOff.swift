public import Trace

extension Ledger {
  /// Notes which recordings began, never said that they ended, and are not on any more: they were killed, or the power or
  /// the disk failed. What they had acknowledged is in the journal.
  public func noteBrokenOff(at moment: Moment) throws(JournalError) {
    var open: [String] = []
    for entry in try entries() {
      switch entry.kind {
      case .recordingStarted: open += entry.subjects
      case .recordingStopped, .brokenOff: open.removeAll { entry.subjects.contains($0) }
      default: break
      }
    }
    for session in open where try !SessionLock.isHeld(session, in: home) {
      try append(LedgerEntry(.brokenOff, at: moment, subjects: [session]))
    }
  }
}
