import Exchange
import Guard
import Journal
import Surfaces
import Watch

extension Failure {
  /// The failure behind an error of a module; nil for what the argument parser itself has to say.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as JournalError: self.init(ExitStatus(error.code), error.reason)
    case let error as SurfaceError: self.init(ExitStatus(error), error.reason)
    case let error as RecordingError: self.init(ExitStatus(error), error.description)
    case let error as GuardError: self.init(.usage, error.reason)
    case let error as TableError: self.init(.fileUnreadable, error.description)
    case let error as XESError: self.init(.fileUnreadable, error.description)
    default: return nil
    }
  }
}

extension ExitStatus {
  init(_ code: JournalError.Code) {
    self =
      switch code {
      case .full: .diskFull
      case .damaged: .journalDamaged
      case .newerVersion: .journalNewer
      case .locked, .wrongKey: .keyLocked
      case .notFound, .refused: .usage
      case .changed: .notApproved
      case .notGranted: .noGrant
      case .unavailable: .fileUnreadable
      }
  }

  init(_ error: SurfaceError) {
    self =
      switch error.code {
      case .unavailable: error.reason.contains("display") ? .noDisplay : .noBrowser
      case .closed, .timedOut, .failed: .surfaceEnded
      case .elementNotFound, .notActionable, .changed, .unsupported: .halted
      }
  }

  init(_ error: RecordingError) {
    self =
      switch error {
      case .nothingGranted: .noGrant
      case .indicatorGone: .indicatorGone
      case .alreadyRecording: .alreadyRecording
      case .notRecording, .unreachable: .notRecording
      case .silent: .surfaceEnded
      }
  }
}
