public import Trace

/// Takes a grant back, or some of its purposes, with what was made under them: as many steps as giving it, one.
///
/// ```swift
/// let withdrawal = try await Withdrawal.carryOut(of: "20261124-1f3a", purposes: [.learn], in: home, at: now)
/// withdrawal.discarded  // models and stopped runs that are gone
/// ```
///
/// Nothing is recorded, learned, performed or released under what was taken back from then on. What was recorded stays
/// until it is erased. It needs no passphrase: which models and runs go is decided by the sessions that they came
/// from, so one goes also where another grant would have let it be made; it can be made again.
public struct Withdrawal: Sendable, Hashable {
  /// The grant as it is now.
  public var grant: Grant
  /// What was taken back now, of what was not before.
  public var purposes: Set<Purpose>
  /// Models and stopped runs that are gone.
  public var discarded: [DerivedStore.Item]
  /// What had been released under it and is withdrawn now.
  public var recalled: [Release]

  /// - Parameter purposes: nil for all of them.
  @discardableResult
  public static func carryOut(
    of id: String, purposes: Set<Purpose>? = nil, in home: Home, at moment: Moment
  ) throws(JournalError) -> Withdrawal {
    let (before, grant) = try GrantStore(home: home).withdraw(id, purposes: purposes, at: moment)
    let taken = grant.purposes.filter { before.withdrawal(of: $0) == nil && grant.withdrawal(of: $0) != nil }
    // Also where it was withdrawn before and that was cut off.
    let gone = grant.purposes.filter { grant.withdrawal(of: $0) != nil }
    let sessions = try StoredSession.spans(in: home)
    func isUnder(_ names: some Sequence<String>) -> Bool {
      // A session that is erased or unknown may have been under any grant.
      names.contains { name in sessions[name].map { before.scope.overlaps($0) } ?? true }
    }
    let store = DerivedStore(home: home)
    let discarded = try store.items().filter { item in
      !item.kind.purposes.isDisjoint(with: gone) && (item.sessions.isEmpty || isUnder(item.sessions))
    }
    for item in discarded { try store.destroy(item) }
    try store.note(discarded: discarded, because: id, at: moment)
    let recalled = try ReleaseStore(home: home).withdraw(because: "grant \(id)", at: moment) { release in
      gone.contains(.release(to: release.recipient)) && isUnder(release.sessions)
    }
    return Withdrawal(grant: grant, purposes: taken, discarded: discarded, recalled: recalled)
  }
}
