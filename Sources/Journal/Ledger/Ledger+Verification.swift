import Foundation

/// Whether a ledger is what was signed.
public struct Verification: Sendable, Codable, Hashable {
  /// How many entries there are.
  public var entries: Int
  /// How many of them a signed checkpoint covers; the others were added by a run that was cut off.
  public var signed: Int
  /// What is wrong, in sentences; empty where nothing is.
  public var problems: [String]

  public var isSound: Bool { problems.isEmpty }
}

extension Ledger {
  /// Goes through the whole ledger: finds entries that were removed, changed or put in another order, signatures that
  /// are not this home's, and ledgers that grew apart.
  public func verify() throws(JournalError) -> Verification {
    let key = try Keys.signing(in: home)
    let entries = try entryLines()
    var problems = entries.enumerated().compactMap { index, line in
      Ledger.isEntry(line) ? nil : "Entry \(index + 1) cannot be read: it was changed."
    }
    var frontier = MerkleFrontier()
    var roots = [Data(frontier.root)]
    for line in entries {
      frontier.append(MerkleTree.leaf(line))
      roots.append(Data(frontier.root))
    }
    var sound = 0
    var signed = 0
    // Whatever was signed after a change does not fit either: one sentence is enough for all.
    var changed = Int.max
    for (place, checkpoint) in try knownCheckpoints() {
      guard let checkpoint, checkpoint.isSigned(by: key) else {
        problems.append("The signature of \(place) is not this home's: it was changed or comes from elsewhere.")
        continue
      }
      if checkpoint.size >= roots.count {
        problems.append(
          "\(place.capitalizedFirst) was signed over \(checkpoint.size) entries, and there are \(entries.count): "
            + "entries were removed.")
      } else if roots[checkpoint.size] != checkpoint.root {
        guard checkpoint.size < changed else { continue }
        changed = checkpoint.size
        problems.append(
          "Among entries \(sound + 1) to \(checkpoint.size) one was changed, moved or exchanged: \(place) was signed "
            + "over others.")
      } else {
        sound = max(sound, checkpoint.size)
        signed = max(signed, checkpoint.size)
      }
    }
    if entries.isEmpty == false, signed == 0, problems.isEmpty {
      problems.append("No checkpoint is there: they were removed.")
    }
    return Verification(entries: entries.count, signed: signed, problems: problems)
  }

  private static func isEntry(_ line: Data) -> Bool {
    do {
      _ = try JSONDecoder().decode(LedgerEntry.self, from: line)
      return true
    } catch {
      return false
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
