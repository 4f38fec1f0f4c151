public import Journal

/// The receipt of an erasure in words.
public struct ErasureText {
  public enum BrowserProfile: Sendable {
    case none, removed, kept, open
  }

  public private(set) var lines: [String]

  public init(_ erasure: Erasure, browserProfile: BrowserProfile) {
    let receipt = erasure.receipt
    lines = ["Erased: \(Self.count(receipt.events, "event")) and \(Self.count(receipt.pictures, "picture"))."]
    if receipt.rewritten > 0 {
      lines.append("  \(Self.count(receipt.rewritten, "event")) stay without what your rules withhold")
    }
    if !receipt.sessions.isEmpty {
      lines.append("  gone as a whole, with their keys: \(receipt.sessions.joined(separator: ", "))")
    }
    if !receipt.rekeyed.isEmpty {
      lines.append("  the rest has new keys, the old ones are destroyed: \(receipt.rekeyed.joined(separator: ", "))")
    }
    if receipt.unreadable > 0 {
      lines.append("  \(Self.count(receipt.unreadable, "event")) that could not be read any more went too")
    }
    for (kind, count) in receipt.derived.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where kind != .output {
      lines.append("  \(Self.count(count, kind.words)) made of it")
    }
    lines += erasure.removed.map { "  written from it: \($0)" }
    lines += erasure.recalled.map { "  withdrawn from \($0.recipient), who is to be told: \($0.id)" }
    if browserProfile == .removed { lines.append("  the browser's own profile: you will have to log in there again") }
    lines.append(
      "Workflows and audits are made anew from what is left: \(Self.count(receipt.left, "event")).")
    lines.append(
      receipt.isKeyReplaced
        ? "Your key was exchanged for a new one: remains of the destroyed keys open nothing."
        : "Your key was not exchanged. Do it when you have the passphrase: understudy keys rotate")
    lines.append("Not reached:")
    lines += erasure.left.map { "  \($0): it was changed since it was written" }
    if receipt.filesLeft > erasure.left.count {
      lines.append("  \(Self.count(receipt.filesLeft - erasure.left.count, "written file")) whose path is sealed")
    }
    if browserProfile == .kept { lines.append("  the browser's own profile, as you asked") }
    if browserProfile == .open {
      lines.append("  the browser's own profile, because it is open: close it and run this again with the same words")
    }
    lines += ErasureReceipt.unreachable.map { "  \($0)" }
    lines.append("  grants and the ledger: they hold places and ids, nothing of what was done")
    lines.append("Receipt \(receipt.id). The ledger says so: understudy ledger")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
