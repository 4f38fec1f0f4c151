import Foundation

/// The record of every grant and every use of recorded work: it only grows.
public struct Ledger: Sendable {
  private let home: Home

  public init(home: Home) {
    self.home = home
  }

  private var file: URL { home.ledger.appending(path: "entries.jsonl") }

  /// Adds an entry; returns once it is on the disk.
  public func append(_ entry: LedgerEntry) throws(JournalError) {
    try home.create()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      try Folder.append(encoder.encode(entry) + [UInt8(ascii: "\n")], to: file)
    } catch {
      throw JournalError(error, at: file)
    }
  }

  /// Every entry, the oldest first.
  public func entries() throws(JournalError) -> [LedgerEntry] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    do {
      let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
      return try lines.map { try JSONDecoder().decode(LedgerEntry.self, from: $0) }
    } catch {
      throw JournalError(.damaged, "The ledger \(file.path) is damaged. Restore it from a backup.")
    }
  }
}
