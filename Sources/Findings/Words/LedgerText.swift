public import Journal

/// An entry of the ledger in words.
public struct LedgerText {
  public private(set) var line: String

  public init(_ entry: LedgerEntry) {
    let subjects = Self.list(entry.subjects)
    line =
      switch entry.kind {
      case .granted: "You granted \(subjects)."
      case .withdrawn:
        "You took back \(entry.subjects.first ?? "")"
          + (entry.subjects.count > 1 ? ": \(Self.list(Array(entry.subjects.dropFirst())))." : ".")
      case .recordingStarted: "Recording began: session \(subjects)."
      case .recordingStopped: "Recording ended: session \(subjects)."
      case .brokenOff: "Recording broke off: session \(subjects). What was not on the disk by then is lost."
      case .paused: "Recording was paused: session \(subjects)."
      case .resumed: "Recording went on: session \(subjects)."
      case .read: "What was recorded was read: \(Self.sessions(entry.subjects))."
      case .trained:
        "Model \(entry.subjects.first ?? "") was trained on \(Self.sessions(Array(entry.subjects.dropFirst())))."
      case .performed: "A workflow was performed: \(subjects), plan \(entry.digest.map { $0.prefix(12) } ?? "unknown")."
      case .exported: "What was recorded was written to a file in clear: \(Self.sessions(entry.subjects))."
      case .released:
        "Released to \(entry.subjects.dropFirst().first ?? ""): \(Self.sessions(Array(entry.subjects.dropFirst(2)))), "
          + "\(entry.subjects.first ?? "")."
      case .recalled: "Withdrawn from \(entry.subjects.last ?? ""): \(entry.subjects.first ?? "")."
      case .discarded:
        "Made of it and gone too: \(Self.list(Array(entry.subjects.dropFirst()))). Because of "
          + "\(entry.subjects.first ?? "")."
      case .erased:
        "Erased: \(Self.sessions(Array(entry.subjects.dropFirst()))). Receipt \(entry.subjects.first ?? "")."
      case .keysRotated: "The key was exchanged for a new one."
      }
  }

  private static func sessions(_ names: [String]) -> String {
    switch names.count {
    case 0: "nothing"
    case 1: "session \(names[0])"
    case 2...3: "sessions \(list(names))"
    default: "\(names.count) sessions, \(names[0]) to \(names[names.count - 1])"
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
