public import Crypto
import Foundation

/// The record of every grant and every use of recorded work: it only grows, and shows when it was changed.
///
/// Every entry is a leaf of a hash tree; after every entry the tree's root is signed. Entries hold ids and hashes,
/// never content, so that erasing work never breaks the ledger. The latest signed root also goes to another folder
/// (``Home/state``) and onto every receipt, so that a ledger set back as a whole is noticed too.
///
/// ```swift
/// try Ledger(home: home).append(LedgerEntry(.paused, at: now))
/// let verification = try Ledger(home: home).verify()
/// ```
public struct Ledger: Sendable {
  let home: Home

  public init(home: Home) {
    self.home = home
  }

  private var entriesFile: URL { home.ledger.appending(path: "entries.jsonl") }
  private var checkpointsFile: URL { home.ledger.appending(path: "checkpoints.jsonl") }
  private var lockFile: URL { home.ledger.appending(path: "lock") }
  /// A copy of the latest checkpoint, apart from the ledger.
  private var witnessFile: URL { home.state.appending(path: "ledger-checkpoint") }

  // MARK: - Writing

  /// Adds an entry and signs the ledger as it then is; returns once both are on the disk.
  @discardableResult
  public func append(_ entry: LedgerEntry) throws(JournalError) -> Checkpoint {
    try home.create()
    let key = try Keys.signing(in: home)
    let lock = try FileLock(lockFile)
    defer { lock.release() }
    try dropTornLine()
    var frontier = MerkleFrontier()
    for line in try lines(of: entriesFile) { frontier.append(MerkleTree.leaf(line)) }
    frontier.append(MerkleTree.leaf(try Ledger.bytes(of: entry)))
    let checkpoint = try Checkpoint(size: frontier.count, root: frontier.root, signedBy: key)
    try Folder.append(try Ledger.bytes(of: entry) + Ledger.newline, to: entriesFile)
    try Folder.append(try Ledger.bytes(of: checkpoint.note) + Ledger.newline, to: checkpointsFile)
    try Folder.write(Data(checkpoint.note.utf8), to: witnessFile)
    return checkpoint
  }

  /// An entry that a crash cut off was never acknowledged.
  private func dropTornLine() throws(JournalError) {
    for file in [entriesFile, checkpointsFile] {
      let bytes = try content(of: file)
      guard let last = bytes.last, last != UInt8(ascii: "\n") else { continue }
      let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes[...$0] } ?? Data()
      try Folder.write(Data(whole), to: file)
    }
  }

  // MARK: - Reading

  /// Every entry, the oldest first.
  public func entries() throws(JournalError) -> [LedgerEntry] {
    do {
      return try lines(of: entriesFile).map { try JSONDecoder().decode(LedgerEntry.self, from: $0) }
    } catch {
      throw JournalError(
        .damaged,
        "The ledger \(entriesFile.path) has an entry that cannot be read. See what is wrong: "
          + "understudy ledger verify.")
    }
  }

  /// The ledger as it was signed last; nil where there is none yet.
  public func latestCheckpoint() throws(JournalError) -> Checkpoint? {
    try checkpoints().last
  }

  /// The leaves of the ledger's tree, for proofs to others.
  public func leaves() throws(JournalError) -> [MerkleTree.Hash] {
    try lines(of: entriesFile).map { MerkleTree.leaf($0) }
  }

  func checkpoints() throws(JournalError) -> [Checkpoint] {
    var found: [Checkpoint] = []
    for line in try lines(of: checkpointsFile) {
      guard let note = Ledger.note(line), let checkpoint = Checkpoint(note: note) else {
        throw JournalError(
          .damaged,
          "The checkpoints in \(checkpointsFile.path) cannot be read. See what is wrong: "
            + "understudy ledger verify.")
      }
      found.append(checkpoint)
    }
    return found
  }

  /// Every signed root that is known: the ledger's own, the copy apart, and those on receipts. Nil for one that cannot
  /// be read.
  func knownCheckpoints() throws(JournalError) -> [(place: String, checkpoint: Checkpoint?)] {
    var known = try lines(of: checkpointsFile).enumerated().map { index, line in
      (place: "checkpoint \(index + 1)", checkpoint: Ledger.note(line).flatMap { Checkpoint(note: $0) })
    }
    let witness = try content(of: witnessFile)
    if !witness.isEmpty {
      known.append(("the copy in \(witnessFile.path)", Checkpoint(note: String(decoding: witness, as: UTF8.self))))
    }
    return known + (try receiptCheckpoints())
  }

  /// What receipts say of the ledger; one that cannot be read says nothing.
  private func receiptCheckpoints() throws(JournalError) -> [(place: String, checkpoint: Checkpoint?)] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: home.grants.path).sorted()
      return names.filter { $0.hasSuffix(".receipt.json") }.compactMap { name in
        let note = try? Receipt(decoding: Data(contentsOf: home.grants.appending(path: name))).ledgerCheckpoint
        return note.map { ("the receipt \(name)", Checkpoint(note: $0)) }
      }
    } catch {
      throw JournalError(error, at: home.grants)
    }
  }

  func entryLines() throws(JournalError) -> [Data] { try lines(of: entriesFile) }

  private func lines(of file: URL) throws(JournalError) -> [Data] {
    try content(of: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map {
      Data($0)
    }
  }

  private func content(of file: URL) throws(JournalError) -> Data {
    guard FileManager.default.fileExists(atPath: file.path) else { return Data() }
    do {
      // This Foundation keeps a page of memory for good each time it reads an empty file.
      if try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int == 0 { return Data() }
      return try Data(contentsOf: file)
    } catch {
      throw JournalError(error, at: file)
    }
  }

  private static let newline = Data([UInt8(ascii: "\n")])

  private static func bytes(of value: some Encodable) throws(JournalError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return try encoder.encode(value)
    } catch {
      throw JournalError(.unavailable, "An entry of the ledger could not be encoded.")
    }
  }

  private static func note(_ line: Data) -> String? {
    do { return try JSONDecoder().decode(String.self, from: line) } catch { return nil }
  }
}
