public import Guard
public import Trace

/// What the person agreed to: purposes, surfaces, places, pictures or not, prose or not, from when until when.
public struct Grant: Sendable, Codable, Hashable, Identifiable {
  /// Names it for good; letters, digits, `-` and `_`.
  public var id: String
  public var scope: Scope
  public var purposes: Set<Purpose>
  public var given: Moment
  /// When it was taken back; nil while it stands.
  public var withdrawn: Moment?
  /// The notice that the person was shown before they agreed.
  public var notice: Notice?

  public init(
    id: String, scope: Scope, purposes: Set<Purpose> = [.record, .learn, .perform], given: Moment,
    withdrawn: Moment? = nil, notice: Notice? = nil
  ) {
    self.id = id
    self.scope = scope
    self.purposes = purposes
    self.given = given
    self.withdrawn = withdrawn
    self.notice = notice
  }

  /// Whether it lets work be used for a purpose at a moment.
  public func allows(_ purpose: Purpose, at moment: Moment) -> Bool {
    purposes.contains(purpose) && scope.holds(at: moment) && (withdrawn.map { moment < $0 } ?? true)
  }
}
