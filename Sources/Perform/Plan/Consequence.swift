/// How grave what an action does is.
public enum Consequence: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  /// Looks, and changes nothing.
  case reads
  /// Changes something that can be changed back, here and before anybody else sees it.
  case reversible
  /// Cannot be taken back, or leaves for others: submit, send, delete, pay, upload.
  case irreversible

  private var rank: Int {
    switch self {
    case .reads: 0
    case .reversible: 1
    case .irreversible: 2
    }
  }

  public static func < (left: Consequence, right: Consequence) -> Bool { left.rank < right.rank }
}
