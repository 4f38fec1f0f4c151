/// One thing that `understudy doctor` looked at.
struct Finding: Encodable, Sendable {
  var what: String
  var works: Bool
  /// Whether the grants of this home, or recording at all, need it.
  var isNeeded: Bool
  /// What was found; where it does not work, why, and what to do.
  var detail: String

  init(_ what: String, works: Bool, isNeeded: Bool = true, _ detail: String) {
    self.what = what
    self.works = works
    self.isNeeded = isNeeded
    self.detail = detail
  }

  /// For a person: what is missing and needed stands out.
  var mark: String { works ? "works  " : isNeeded ? "MISSING" : "lacking" }
}
