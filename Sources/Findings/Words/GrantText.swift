public import Journal
public import Trace

/// What a grant is for, in words.
public enum GrantText {
  /// Every purpose, how long what was recorded may serve it, and whether it was taken back.
  public static func purposes(of grant: Grant, at moment: Moment) -> String {
    grant.purposes.sorted().map { purpose in
      if grant.withdrawal(of: purpose).map({ $0 <= moment }) ?? false { return "\(purpose) (taken back)" }
      return purpose.description + (grant.kept[purpose].map { " (\($0) days)" } ?? "")
    }.joined(separator: ", ")
  }

  /// What is done for a purpose, after “to”.
  public static func deed(_ purpose: Purpose) -> String {
    switch purpose {
    case .record: "record"
    case .learn: "learn"
    case .perform: "perform"
    case .release(let recipient): "release to \(recipient)"
    case .train: "train a shared model"
    case .aggregate: "count in figures about many"
    }
  }
}
