/// Why recording could not start, or had to stop. What was acknowledged before is in the journal.
public enum RecordingError: Error, Sendable, Hashable, CustomStringConvertible {
  case nothingGranted
  case indicatorGone(reason: String)
  case alreadyRecording(process: Int32)
  case notRecording
  /// It records and takes no signal.
  case unreachable(process: Int32)
  /// It records and does not do what it was told.
  case silent(process: Int32)

  public var description: String {
    switch self {
    case .nothingGranted:
      "Nothing is granted, so nothing is recorded. Grant a place first: "
        + "understudy grant --browser https://tracker.example.org, or --app libreoffice-calc"
    case .indicatorGone(let reason):
      "The recording indicator could not be shown (\(reason)), so recording has stopped. "
        + "Everything up to here is kept."
    case .alreadyRecording(let process):
      "Process \(process) is recording already. Stop it with Ctrl+C in its terminal, or look at `understudy status`."
    case .notRecording:
      "Nothing is being recorded. Start with `understudy record`."
    case .unreachable(let process):
      "Process \(process) records but could not be reached. Stop it in its own terminal."
    case .silent(let process):
      "Process \(process) records and does not answer. Stop it in its own terminal."
    }
  }
}
