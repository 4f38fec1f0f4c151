import Crypto
public import Foundation
public import Trace

/// What was released from a home, and to whom. It holds names and hashes, never content.
///
/// ```swift
/// let events = reading.events.filter { grants.allow(.release(to: "Acme"), of: $0, at: now) }
/// let release = try ReleaseStore(home: home).add(bytes, to: "Acme", from: sessions, at: now)
/// ```
///
/// Taking back the purpose, or erasing what it came from, withdraws a release: it is marked, the ledger says so, and a
/// signed notice to hand to the recipient is written (``recallFile(of:)``).
public struct ReleaseStore: Sendable {
  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  /// Notes a release, in the ledger too, before it is handed over.
  ///
  /// Throws ``JournalError/Code/refused`` where no grant that stands names the recipient.
  @discardableResult
  public func add(
    _ content: Data, to recipient: String, from sessions: Set<String>, at moment: Moment
  ) throws(JournalError) -> Release {
    guard try GrantStore(home: home).grants().contains(where: { $0.stands(for: .release(to: recipient), at: moment) })
    else {
      throw JournalError(
        .refused,
        "No grant that stands lets anything be released to \(recipient). Give one: understudy grant --for "
          + "release:\(recipient)")
    }
    let digest = SHA256.hash(data: content).hexadecimal
    let release = Release(
      id: "release-" + String(UInt64.random(in: 0...(.max)), radix: 16), recipient: recipient, digest: digest,
      sessions: sessions.sorted(), released: moment)
    try write(release)
    try Ledger(home: home).append(
      LedgerEntry(.released, at: moment, subjects: [release.id, recipient] + release.sessions, digest: digest))
    return release
  }

  /// Every release, the oldest first.
  public func releases() throws(JournalError) -> [Release] {
    var releases: [Release] = []
    for name in try Folder.names(in: home.releases) where name.hasSuffix(ReleaseStore.ending) {
      let file = home.releases.appending(path: name)
      do {
        releases.append(try JSONDecoder().decode(Release.self, from: Data(contentsOf: file)))
      } catch {
        throw JournalError(.damaged, "What was released cannot be read from \(file.path). Restore it from a backup.")
      }
    }
    return releases.sorted { ($0.released, $0.id) < ($1.released, $1.id) }
  }

  /// The signed notice of a withdrawal, to hand to the recipient.
  public func recallFile(of release: Release) -> URL { home.releases.appending(path: "\(release.id).recall.json") }

  /// Withdraws releases; what is withdrawn stays so.
  ///
  /// - Parameter reason: a purpose, or the id of an erasure.
  /// - Returns: those that were not withdrawn before.
  func withdraw(
    because reason: String, at moment: Moment, where condition: (Release) -> Bool
  ) throws(JournalError) -> [Release] {
    var recalled: [Release] = []
    for var release in try releases() where release.withdrawn == nil && condition(release) {
      release.withdrawn = moment
      release.reason = reason
      try writeRecall(of: release)
      try write(release)
      try Ledger(home: home).append(
        LedgerEntry(.recalled, at: moment, subjects: [release.id, release.recipient], digest: release.digest))
      recalled.append(release)
    }
    return recalled
  }

  // MARK: - Files

  private static let ending = ".release.json"

  private func write(_ release: Release) throws(JournalError) {
    let file = home.releases.appending(path: release.id + ReleaseStore.ending)
    try Folder.create(home.releases)
    try Folder.write(try ReleaseStore.bytes(of: release), to: file)
  }

  private func writeRecall(of release: Release) throws(JournalError) {
    let key = try Keys.signing(in: home)
    let recall = Recall(
      release: release, signer: key.name, publicKey: [UInt8](key.publicKey.rawRepresentation),
      signature: [UInt8](try key.signature(for: ReleaseStore.bytes(of: release))))
    try Folder.create(home.releases)
    try Folder.write(try ReleaseStore.bytes(of: recall), to: recallFile(of: release))
  }

  private static func bytes(of value: some Encodable) throws(JournalError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(value)
    } catch {
      throw JournalError(.unavailable, "What was released could not be noted.")
    }
  }
}

extension Recall {
  /// Whether the home that it names has signed it.
  public var isSigned: Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey),
      let bytes = try? encoder.encode(release)
    else { return false }
    return key.isValidSignature(signature, for: bytes)
  }
}
