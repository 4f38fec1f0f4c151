import Foundation
public import Guard
public import Trace

/// The grants of a home: for each a file that the person can read, and a signed receipt.
///
/// ```swift
/// let store = GrantStore(home: home)
/// try store.add(grant)
/// var sanitizer = Sanitizer(scopes: try store.scopes(for: .record, at: now), pseudonyms: pseudonyms)
/// ```
///
/// A grant that was changed after it was given no longer fits its receipt, and lets nothing through.
public struct GrantStore: Sendable {
  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  /// Every grant ever given, in the order in which they were given.
  public func grants() throws(JournalError) -> [Grant] {
    guard FileManager.default.fileExists(atPath: home.grants.path) else { return [] }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: home.grants.path)
      let ids = names.filter { $0.hasSuffix(GrantStore.ending) && !$0.hasPrefix(".") }.map {
        String($0.dropLast(GrantStore.ending.count))
      }
      return try ids.map { try read($0).grant }.sorted { ($0.given, $0.id) < ($1.given, $1.id) }
    } catch {
      throw JournalError(error, at: home.grants)
    }
  }

  /// Writes down a new grant with its receipt, and notes it in the ledger.
  @discardableResult
  public func add(_ grant: Grant) throws(JournalError) -> Receipt {
    try SessionName.check(grant.id)
    guard !FileManager.default.fileExists(atPath: location(of: grant.id).path) else {
      throw JournalError(.refused, "There is a grant \(grant.id) already. Give this one another name.")
    }
    return try write(grant, noting: .granted, at: grant.given)
  }

  /// Takes a grant back, or some of its purposes, and notes it in the ledger; what has been taken back stays so.
  ///
  /// What was made under a purpose goes with it: see ``Withdrawal``, which calls this.
  ///
  /// - Parameter purposes: nil for all of them.
  /// - Returns: the grant as it was and as it is.
  @discardableResult
  func withdraw(
    _ id: String, purposes: Set<Purpose>? = nil, at moment: Moment
  ) throws(JournalError) -> (before: Grant, after: Grant) {
    guard SessionName.isValid(id), FileManager.default.fileExists(atPath: location(of: id).path) else {
      throw JournalError(.notFound, "There is no grant \(id). See what there is: understudy grant --list.")
    }
    let before = try read(id).grant
    var grant = before
    for purpose in purposes ?? [] {
      guard grant.purposes.contains(purpose) else {
        throw JournalError(.notFound, "Grant \(id) was never given for “\(purpose)”, so there is nothing to take back.")
      }
      if grant.withdrawal(of: purpose) == nil { grant.withdrawals[purpose] = moment }
    }
    // Without any purpose nothing of it is left.
    if purposes == nil || grant.purposes.allSatisfy({ grant.withdrawal(of: $0) != nil }) {
      grant.withdrawn = grant.withdrawn ?? moment
    }
    guard grant != before else { return (before, before) }
    try write(grant, noting: .withdrawn, about: purposes.map { $0.sorted().map(\.description) } ?? [], at: moment)
    return (before, grant)
  }

  /// What is granted for a purpose at a moment: one scope a grant; empty where nothing is.
  public func scopes(for purpose: Purpose, at moment: Moment) throws(JournalError) -> [Scope] {
    try grants().filter { $0.allows(purpose, at: moment) }.map(\.scope)
  }

  /// The signed receipt of a grant.
  public func receipt(of id: String) throws(JournalError) -> Receipt {
    guard SessionName.isValid(id) else { throw JournalError(.notFound, "There is no grant \(id).") }
    return try read(id).receipt
  }

  // MARK: - Files

  private static let ending = ".grant.json"

  private func location(of id: String) -> URL { home.grants.appending(path: id + GrantStore.ending) }

  private func receiptLocation(of id: String) -> URL { home.grants.appending(path: "\(id).receipt.json") }

  private func read(_ id: String) throws(JournalError) -> (grant: Grant, receipt: Receipt) {
    let file = location(of: id)
    let key = try Keys.signing(in: home)
    do {
      let bytes = try Data(contentsOf: file)
      let receipt = try Receipt(decoding: Data(contentsOf: receiptLocation(of: id)))
      let grant = try JSONDecoder().decode(Grant.self, from: bytes)
      guard grant.id == id, try receipt.isValid(for: bytes, signedBy: key) else { throw GrantStore.changed(file) }
      return (grant, receipt)
    } catch let error as JournalError {
      throw error
    } catch {
      throw JournalError(
        .damaged,
        "The grant in \(file.path) or its receipt cannot be read. Nothing is recorded until both are "
          + "repaired or removed.")
    }
  }

  private static func changed(_ file: URL) -> JournalError {
    JournalError(
      .damaged,
      "The grant in \(file.path) is not what its receipt was signed for: it was changed by hand. Remove it "
        + "and give a new one; nothing is recorded until then.")
  }

  @discardableResult
  private func write(
    _ grant: Grant, noting kind: LedgerEntry.Kind, about purposes: [String] = [], at moment: Moment
  ) throws(JournalError) -> Receipt {
    try home.create()
    let key = try Keys.signing(in: home)
    let ledger = Ledger(home: home)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let bytes: Data
    do { bytes = try encoder.encode(grant) } catch { throw JournalError(error, at: location(of: grant.id)) }
    let receipt = try Receipt(
      for: grant, file: bytes, checkpoint: ledger.latestCheckpoint(), signedBy: key)
    let encoded = try receipt.encoded()
    // The receipt first: a grant without one lets nothing through.
    try Folder.write(encoded, to: receiptLocation(of: grant.id))
    try Folder.write(bytes, to: location(of: grant.id))
    try ledger.append(LedgerEntry(kind, at: moment, subjects: [grant.id] + purposes, digest: Receipt.digest(encoded)))
    return receipt
  }
}
