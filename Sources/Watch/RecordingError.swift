/// Why recording could not start, or had to stop. What was acknowledged before is in the journal.
public enum RecordingError: Error, Sendable, Hashable, CustomStringConvertible {
  case nothingGranted
  case indicatorGone(reason: String)
  case alreadyRecording(process: Int32)
  case notRecording

  public var description: String {
    switch self {
    case .nothingGranted:
      "Nothing is granted, so nothing is recorded. Grant a place first: "
        + "understudy grant --browser https://tracker.example.org"
    case .indicatorGone(let reason):
      "The recording indicator could not be shown (\(reason)), so recording has stopped. "
        + "Everything up to here is kept."
    case .alreadyRecording(let process):
      "Process \(process) is recording already. Stop it with Ctrl+C in its terminal, or look at `understudy status`."
    case .notRecording:
      "Nothing is being recorded. Start with `understudy record`."
    }
  }
}
