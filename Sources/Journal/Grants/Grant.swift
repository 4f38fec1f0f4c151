public import Guard
public import Trace

/// What the person agreed to: purposes, surfaces, places, pictures or not, prose or not, from when until when, and how
/// long what was recorded may serve each purpose.
public struct Grant: Sendable, Hashable, Identifiable {
  /// Names it for good; letters, digits, `-` and `_`.
  public var id: String
  public var scope: Scope
  public var purposes: Set<Purpose>
  /// For how many days recorded work may serve a purpose; a purpose that is not named: until it is withdrawn.
  public var kept: [Purpose: Int]
  public var given: Moment
  /// When it was taken back as a whole; nil while it stands.
  public var withdrawn: Moment?
  /// When single purposes were taken back.
  public var withdrawals: [Purpose: Moment]
  /// The notice that the person was shown before they agreed.
  public var notice: Notice?

  public init(
    id: String, scope: Scope, purposes: Set<Purpose> = [.record, .learn, .perform], kept: [Purpose: Int] = [:],
    given: Moment, withdrawn: Moment? = nil, withdrawals: [Purpose: Moment] = [:], notice: Notice? = nil
  ) {
    self.id = id
    self.scope = scope
    self.purposes = purposes
    self.kept = kept
    self.given = given
    self.withdrawn = withdrawn
    self.withdrawals = withdrawals
    self.notice = notice
  }

  /// Whether it lets something be done for a purpose at a moment: record, perform.
  public func allows(_ purpose: Purpose, at moment: Moment) -> Bool {
    scope.holds(at: moment) && stands(for: purpose, at: moment)
  }

  /// When a purpose was taken back, by itself or with all others; nil while it stands.
  public func withdrawal(of purpose: Purpose) -> Moment? {
    [withdrawn, withdrawals[purpose]].compactMap { $0 }.min()
  }

  /// Whether a purpose was given and is not taken back.
  public func stands(for purpose: Purpose, at moment: Moment) -> Bool {
    purposes.contains(purpose) && withdrawal(of: purpose).map { moment < $0 } ?? true
  }
}

// A grant that was written before there were terms for single purposes has none of them.
extension Grant: Codable {
  private enum CodingKeys: CodingKey {
    case id, scope, purposes, kept, given, withdrawn, withdrawals, notice
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    scope = try values.decode(Scope.self, forKey: .scope)
    purposes = try values.decode(Set<Purpose>.self, forKey: .purposes)
    kept = try values.decodeIfPresent([Purpose: Int].self, forKey: .kept) ?? [:]
    given = try values.decode(Moment.self, forKey: .given)
    withdrawn = try values.decodeIfPresent(Moment.self, forKey: .withdrawn)
    withdrawals = try values.decodeIfPresent([Purpose: Moment].self, forKey: .withdrawals) ?? [:]
    notice = try values.decodeIfPresent(Notice.self, forKey: .notice)
  }
}
